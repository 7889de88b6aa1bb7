import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Choice } from './choice'
import { Dialog } from './dialog'
import type { Shape } from './shrink'

const FRAME: Record<Shape, string> = { whole: 'object-contain', portrait: 'aspect-[3/4] object-cover', square: 'aspect-square object-cover' }
type Props = { photo: Blob; title?: string; use?: string; begin?: Shape; children?: ReactNode; onClose: () => void; onUse: (shape: Shape, part: number) => Promise<void> }

/** Which part of a photo is kept. The photo never leaves the phone uncropped and large. */
export function CropDialog({ photo, title, use: word, begin = 'portrait', children, onClose, onUse }: Props) {
  const { t } = useTranslation(['catalogue', 'frame'])
  const [shape, setShape] = useState<Shape>(begin)
  const [part, setPart] = useState(50)
  const [busy, setBusy] = useState(false)
  const address = useMemo(() => URL.createObjectURL(photo), [photo])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  const use = () => {
    setBusy(true)
    void onUse(shape, part / 100).finally(() => setBusy(false))
  }
  const shapes = [{ value: 'whole', label: t('whole') }, { value: 'portrait', label: t('portrait') }, { value: 'square', label: t('square') }] as const
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={title ?? t('cropTitle')}>
      <img src={address} alt={t('cropTitle')} className={`mx-auto max-h-[45dvh] rounded-2xl bg-sunken ${FRAME[shape]}`} style={{ objectPosition: `${part}% ${part}%` }} />
      <Choice label={t('crop')} value={shape} options={shapes} onChange={setShape} className="justify-self-center" />
      {shape === 'whole' ? null : (
        <label className="grid gap-1 text-sm font-semibold">{t('part')}
          <input type="range" min={0} max={100} value={part} className="min-h-11 w-full accent-(--clay)" onChange={(event) => setPart(Number(event.target.value))} />
        </label>
      )}
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
        <Button disabled={busy} onClick={use}>{word ?? t('useIt')}</Button>
      </div>
    </Dialog>
  )
}
