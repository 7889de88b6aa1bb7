import { Camera, Shirt, StickyNote } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '@/api/types'
import { Button } from '@/components/button'
import { NoteDialog } from './note-dialog'
import { PhotoDialog } from './photo-dialog'
import { PiecesDialog } from './pieces-dialog'

/** A note for the shop alone; she never sees it, whoever answers and whenever she wrote. */
export function NoteButton({ customer }: { customer: string }) {
  const { t } = useTranslation('notebook')
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Button kind="bare" shape="round" aria-label={t('writeNote')} title={t('writeNote')} onClick={() => setWriting(true)}><StickyNote aria-hidden /></Button>
      {writing ? <NoteDialog customer={customer} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

/** What can be shown beside words: a photo from this phone, and pieces of the catalogue. */
export function Attach({ chat }: { chat: Conversation }) {
  const { t } = useTranslation('showing')
  const id = useId()
  const [photo, setPhoto] = useState<File | null>(null)
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <span className="relative">
        <input
          id={id} type="file" accept="image/jpeg,image/png,image/webp" className="peer sr-only"
          onChange={(event) => {
            setPhoto(event.target.files?.[0] ?? null)
            event.target.value = ''
          }}
        />
        <label htmlFor={id} title={t('photo')} className="inline-flex size-11 cursor-pointer items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink peer-focus-visible:outline-3 peer-focus-visible:outline-clay">
          <Camera aria-hidden className="size-5" /><span className="sr-only">{t('photo')}</span>
        </label>
      </span>
      <Button kind="bare" shape="round" aria-label={t('pieces')} title={t('pieces')} onClick={() => setChoosing(true)}><Shirt aria-hidden /></Button>
      {photo === null ? null : <PhotoDialog chat={chat.id} photo={photo} onClose={() => setPhoto(null)} />}
      {choosing ? <PiecesDialog chat={chat} onClose={() => setChoosing(false)} /> : null}
    </>
  )
}
