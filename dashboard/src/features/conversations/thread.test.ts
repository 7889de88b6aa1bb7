import { expect, it } from 'vitest'
import type { ChatMessage, PrivateNote } from '@/api/types'
import { conversationsSearch } from './search'
import { notesAfter } from './thread'

const at = (minute: number): string => `2026-11-28T09:${String(minute).padStart(2, '0')}:00Z`
const messages = [10, 20, 30].map((minute) => ({ id: String(minute), at: at(minute) }) as ChatMessage)
const notes = [5, 15, 30, 45].map((minute) => ({ id: String(minute), at: at(minute) }) as PrivateNote)

it('shows each note once, after the message that it followed', () => {
  const shown = messages.map((_, place) => notesAfter(notes, messages, place).map((note) => note.id))
  expect(shown).toEqual([['5', '15'], [], ['30', '45']])
})

it('reads filters from the address and drops what is none', () => {
  const label = '8a4f3c1e-0000-4000-8000-000000000001'
  expect(conversationsSearch({ unread: true, label, q: 12, waiting: 'yes' })).toEqual({ unread: true, label, q: '12' })
  expect(conversationsSearch({ label: "'; DROP" })).toEqual({})
})
