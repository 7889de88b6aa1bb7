/** The part of a whole in whole percent; nothing of nothing is 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))
