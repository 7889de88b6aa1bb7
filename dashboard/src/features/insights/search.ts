export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]
export type InsightsSearch = { days?: Period }

/** Which stretch of days the address asks for. */
export function insightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const days = PERIODS.find((period) => period === Number(raw['days']))
  return days === undefined ? {} : { days }
}
