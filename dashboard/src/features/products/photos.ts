import { useState } from 'react'
import { client } from '@/api/client'
import type { components } from '@/api/schema'
import { shrink, type Shape } from '@/components/shrink'

export type SeenPhoto = components['schemas']['SeenPhoto']
export type KeptPhoto = { seen: SeenPhoto; original: Blob }

/** Sends a photo, small; the answer says what it seems to show. */
export async function keepPhoto(photo: Blob, shape: Shape = 'whole', part = 0.5): Promise<SeenPhoto> {
  const small = await shrink(photo, shape, part)
  const { data } = await client.POST('/api/products/photos', {
    body: { photo: '' },
    bodySerializer: () => {
      const form = new FormData()
      form.append('photo', small, 'photo.jpg')
      return form
    },
  })
  if (data === undefined) throw new Error('no answer')
  return data
}

/** Photos as they are taken: each is sent at once, and what could not be read is said. */
export function usePhotos(onSeen: (seen: SeenPhoto, isFirst: boolean) => void) {
  const [photos, setPhotos] = useState<KeptPhoto[]>([])
  const [waiting, setWaiting] = useState(0)
  const [failed, setFailed] = useState<unknown>(null)
  const add = async (files: Iterable<File>) => {
    setFailed(null)
    let first = photos.length === 0
    for (const original of files) {
      setWaiting((count) => count + 1)
      try {
        const seen = await keepPhoto(original)
        setPhotos((before) => (before.some((kept) => kept.seen.photo.name === seen.photo.name) ? before : [...before, { seen, original }]))
        onSeen(seen, first)
        first = false
      } catch (error) {
        setFailed(error)
      } finally {
        setWaiting((count) => count - 1)
      }
    }
  }
  const replace = async (name: string, shape: Shape, part: number) => {
    const old = photos.find((kept) => kept.seen.photo.name === name)
    if (old === undefined) return
    const seen = await keepPhoto(old.original, shape, part)
    setPhotos((before) => before.map((kept) => (kept === old ? { ...old, seen } : kept)))
  }
  return {
    photos, failed, isAdding: waiting > 0, add, replace,
    remove: (name: string) => setPhotos((before) => before.filter((kept) => kept.seen.photo.name !== name)),
    putFirst: (name: string) => setPhotos((before) => [...before.filter((k) => k.seen.photo.name === name), ...before.filter((k) => k.seen.photo.name !== name)]),
  }
}
