/** Money for a narrow axis. Units: cents. Example: 4250000 is "42.5k". */
export function shortMoney(cents: number): string {
  const whole = cents / 100
  if (whole >= 1_000_000) return `${Math.round(whole / 100_000) / 10}m`
  if (whole >= 1_000) return `${Math.round(whole / 100) / 10}k`
  return String(Math.round(whole))
}
