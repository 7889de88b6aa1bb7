/** How a field looks while what stands in it is wrong; what is wrong is told in words. */
export const wrongLook = 'aria-invalid:border-berry-ink aria-invalid:ring-1 aria-invalid:ring-berry-ink'

/** What a reader's ear is told of a field: that it is wrong, why, and what it is for. */
export function wrongness(field: string, hint: string | undefined, error: string | undefined) {
  const told = [error === undefined ? null : `${field}-wrong`, hint === undefined ? null : `${field}-hint`].filter((id) => id !== null)
  return { 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': told.length === 0 ? undefined : told.join(' ') } as const
}

/** Why a field is wrong, beneath it. */
export function Wrong({ field, error }: { field: string; error: string | undefined }) {
  if (error === undefined) return null
  return <p id={`${field}-wrong`} role="alert" className="text-sm font-semibold text-berry-ink">{error}</p>
}
