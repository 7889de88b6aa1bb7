/** The part of a whole in whole percent; nothing of nothing is 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** How much more or less than before, in whole percent; null where there was nothing before. */
export const change = (now: number, before: number): number | null => (before === 0 ? null : Math.round(((now - before) / before) * 100))
