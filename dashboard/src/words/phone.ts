/** A phone number of which only the ends can be read. Example: +254712345318 is "+254 7•• ••• 318". */
export function masked(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (phone.includes('•') || digits.length < 9) return phone
  const ours = digits.startsWith('254') ? 3 : Math.max(1, digits.length - 9)
  return `+${digits.slice(0, ours)} ${digits.slice(ours, ours + 1)}•• ••• ${digits.slice(-3)}`
}
