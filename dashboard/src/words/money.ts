/** Money as a shop writes it. Units: cents. Example: 250000 KES is "KSh 2,500". */
export function money(cents: number, currency = 'KES'): string {
  const symbol = currency === 'KES' ? 'KSh' : currency
  return `${cents < 0 ? '-' : ''}${symbol} ${Math.round(Math.abs(cents) / 100).toLocaleString('en-KE')}`
}

/** Money for a narrow axis. Example: 4250000 is "42.5k". */
export function shortMoney(cents: number): string {
  const whole = cents / 100
  if (whole >= 1_000_000) return `${Math.round(whole / 100_000) / 10}m`
  if (whole >= 1_000) return `${Math.round(whole / 100) / 10}k`
  return String(Math.round(whole))
}
