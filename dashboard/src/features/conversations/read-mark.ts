import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '@/api/client'

/** Notes that what stands on the screen is read, once for each newest message; never behind another window. */
export function useReadMark(conversation: string, newest: string | undefined, mayMark: boolean): void {
  const queries = useQueryClient()
  const told = useRef<string | null>(null)
  const { mutate } = api.useMutation('post', '/api/conversations/{conversation}/read', { onSuccess: async () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/conversations' || queryKey[1] === '/api/conversations/unread' }) })
  useEffect(() => {
    if (!mayMark || newest === undefined) return
    const mark = () => {
      if (document.visibilityState !== 'visible' || told.current === newest) return
      told.current = newest
      mutate({ params: { path: { conversation } }, body: { message: newest } })
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [conversation, newest, mayMark, mutate])
}
