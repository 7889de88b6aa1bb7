import { useMutation } from '@tanstack/react-query'
import { client, phones } from './api/client'
import type { Outcome } from './api/client'
import { smaller } from './photo'

/** A chat and all that its person can do in it. */
export function useChat(person: string, account: string) {
  const path = { person, account }
  const chat = phones.useQuery('get', '/sandbox/api/phones/{person}/chats/{account}', { params: { path } })
  const say = useMutation({
    mutationFn: (text: string) =>
      client.POST('/sandbox/api/phones/{person}/chats/{account}/text', { params: { path }, body: { text } }),
  })
  const sendPhotos = useMutation({
    mutationFn: async ({ files, caption }: { files: File[]; caption: string }) => {
      const form = new FormData()
      for (const file of files) form.append('files', await smaller(file), 'photo.jpg')
      form.append('caption', caption)
      return client.POST('/sandbox/api/phones/{person}/chats/{account}/photos', {
        params: { path },
        body: { files: [], caption },
        bodySerializer: () => form,
      })
    },
  })
  const choose = useMutation({
    mutationFn: (chosen: { message: string; choice: string }) =>
      client.POST('/sandbox/api/phones/{person}/chats/{account}/choice', { params: { path }, body: chosen }),
  })
  const sendPlace = useMutation({
    mutationFn: (place: { latitude: number; longitude: number; name: string; address: string }) =>
      client.POST('/sandbox/api/phones/{person}/chats/{account}/location', { params: { path }, body: place }),
  })
  const shareContact = useMutation({
    mutationFn: () => client.POST('/sandbox/api/phones/{person}/chats/{account}/contact', { params: { path } }),
  })
  const react = useMutation({
    mutationFn: (reaction: { message: string; emoji: string }) =>
      client.POST('/sandbox/api/phones/{person}/chats/{account}/reaction', { params: { path }, body: reaction }),
  })
  const read = useMutation({
    mutationFn: () => client.POST('/sandbox/api/phones/{person}/chats/{account}/read', { params: { path } }),
  })
  return { chat: chat.data, say, sendPhotos, choose, sendPlace, shareContact, react, read }
}

export type Chat = ReturnType<typeof useChat>

/** A person's M-Pesa prompt, and what she can do with it. */
export function usePrompt(person: string, checkout: string) {
  const params = { path: { person, checkout } }
  const enterPin = useMutation({
    mutationFn: (pin: string) =>
      client.POST('/sandbox/api/phones/{person}/mpesa/{checkout}/pin', { params, body: { pin } }),
  })
  const cancel = useMutation({
    mutationFn: () => client.POST('/sandbox/api/phones/{person}/mpesa/{checkout}/cancel', { params }),
  })
  const runOut = useMutation({
    mutationFn: () => client.POST('/sandbox/api/phones/{person}/mpesa/{checkout}/no-money', { params }),
  })
  const vanish = useMutation({
    mutationFn: () => client.POST('/sandbox/api/phones/{person}/mpesa/{checkout}/out-of-reach', { params }),
  })
  return { enterPin, cancel, runOut, vanish }
}

/** Chooses what becomes of a person's next payment. */
export function useOutcome(person: string) {
  return useMutation({
    mutationFn: (outcome: Outcome) =>
      client.PUT('/sandbox/api/phones/{person}/mpesa/outcome', { params: { path: { person } }, body: { outcome } }),
  })
}
