import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from './client'
import type { PrivateNote } from './types'

/** The notes about a customer: written once, however often they are sent, and taken away. */
export function useNotes(customer: string, onKept: () => void) {
  const queries = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const again = async () => queries.invalidateQueries()
  const write = api.useMutation('post', '/api/customers/{customer}/notes', {
    onSuccess: async () => {
      setId(crypto.randomUUID())
      onKept()
      await again()
    },
  })
  const remove = api.useMutation('delete', '/api/customers/{customer}/notes/{note}', { onSuccess: again })
  return {
    busy: write.isPending,
    wrong: write.error ?? remove.error,
    write: (text: string) => write.mutate({ params: { path: { customer } }, body: { id, text } }),
    remove: (note: PrivateNote) => remove.mutate({ params: { path: { customer: note.customer, note: note.id } } }),
  }
}
