import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import type { components } from '@/api/schema'

export type Import = components['schemas']['ImportStanding']

const ASK_EACH_MS = 700
const MOVING: readonly Import['state'][] = ['waiting', 'checking', 'confirmed', 'running']

/** Whether something is still being done with a list. */
export const isMoving = (list: Import): boolean => MOVING.includes(list.state)

const FILE = ['empty', 'too-large', 'too-many-rows', 'not-a-table', 'no-code-column', 'not-a-zip', 'too-many'] as const
export type FileWhy = (typeof FILE)[number] | 'else'

/** Why a file was not taken. */
export const fileWhy = (said: string | null | undefined): FileWhy => FILE.find((known) => known === said) ?? 'else'

const FAULTS = [
  'missing', 'not-a-code', 'too-long', 'unknown-kind', 'unknown-colours', 'unknown-pattern', 'not-a-price', 'not-a-number', 'unknown-size', 'differs', 'size-twice', 'not-https', 'too-many-pictures',
  'photo-not-there', 'not-offered', 'count-is-below-reserved', 'picture-not-found', 'picture-away', 'picture-not-public', 'picture-too-heavy', 'picture-not-a-photo',
] as const
export type FaultWhy = (typeof FAULTS)[number] | 'else'

/** What to do about a cell, as a word that both languages have. */
export const faultWhy = (code: string): FaultWhy => FAULTS.find((known) => known === code) ?? 'else'

const formOf = (field: string, file: File) => () => {
  const form = new FormData()
  form.append(field, file)
  return form
}

/** One import from the file to its end; while something is being done, it is asked how far it is. */
export function useImport(id: string | undefined, onSent: (id: string) => void) {
  const queries = useQueryClient()
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<FileWhy | null>(null)
  const [zip, setZip] = useState<components['schemas']['ZipKept'] | null>(null)
  const list = api.useQuery(
    'get', '/api/imports/{import_id}', { params: { path: { import_id: id ?? '' } } },
    { enabled: id !== undefined, refetchInterval: (query) => (query.state.data !== undefined && isMoving(query.state.data) ? ASK_EACH_MS : false) },
  )
  const confirm = api.useMutation('post', '/api/imports/{import_id}/confirm', { onSuccess: () => queries.invalidateQueries() })
  const trying = async (act: () => Promise<void>) => {
    setSending(true)
    setRefused(null)
    try {
      await act()
    } catch (error) {
      setRefused(fileWhy(error instanceof ApiProblem ? error.detail : null))
    } finally {
      setSending(false)
    }
  }
  const send = (file: File) => trying(async () => {
    const { data } = await client.POST('/api/imports', { body: { file: '' }, bodySerializer: formOf('file', file) })
    setZip(null)
    if (data !== undefined) onSent(data.id)
  })
  const sendZip = (file: File) => trying(async () => {
    const { data } = await client.POST('/api/imports/{import_id}/photos', { params: { path: { import_id: id ?? '' } }, body: { photos: '' }, bodySerializer: formOf('photos', file) })
    setZip(data ?? null)
    await queries.invalidateQueries()
  })
  return { list, sending, refused, zip, send, sendZip, confirming: confirm.isPending, confirm: () => confirm.mutate({ params: { path: { import_id: id ?? '' } } }) }
}
