/** The figure as people type it: "2,500", "2 500" or "2500"; "2,50" is none. */
export const figure = (typed: string): string => typed.replace(/[\s,](?=\d{3}(\D|$))/g, '')
