export type ConversationsSearch = { waiting?: true }

/** Which chats the address asks for. */
export const conversationsSearch = (raw: Record<string, unknown>): ConversationsSearch => (raw['waiting'] === true ? { waiting: true } : {})
