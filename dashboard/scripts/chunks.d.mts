export function chunks(entries: { first: string; main: string; phones: string }): { name: string; priority: number }[]
