import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CropDialog } from '@/components/crop-dialog'
import { shrink, type Shape } from '@/components/shrink'
import { TextArea } from '@/components/text-area'
import { useShowPhoto } from './stand-in'

const LONGEST = 1024
type Props = { chat: string; photo: Blob; onClose: () => void }

/** A photo before it goes: which part of it, and with which words. */
export function PhotoDialog({ chat, photo, onClose }: Props) {
  const { t } = useTranslation('showing')
  const [words, setWords] = useState('')
  const show = useShowPhoto(chat, onClose)
  const send = async (shape: Shape, part: number) => show.send(await shrink(photo, shape, part), words.trim(), `${shape} ${part}`)
  return (
    <CropDialog photo={photo} title={t('photoTitle')} use={t('sendPhoto')} begin="whole" onClose={onClose} onUse={send}>
      <TextArea label={t('caption')} hint={t('captionHint')} rows={2} maxLength={LONGEST} value={words} onChange={(event) => setWords(event.target.value)} />
      <p role="status" className="text-sm text-berry-ink empty:hidden">{show.trouble}</p>
    </CropDialog>
  )
}
