const clock = new Intl.DateTimeFormat('en-KE', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Africa/Nairobi' })

/** The time of day as a phone shows it. */
export const timeOfDay = (at: string): string => clock.format(new Date(at))

/** Whole shillings as shops write them. */
export const shillings = (amount: number): string => `KSh ${amount.toLocaleString('en-KE')}`
