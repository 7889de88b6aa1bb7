import { Camera, Crop, Star, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { CropDialog } from '@/components/crop-dialog'
import { Picture } from '@/components/picture'
import type { Shape } from '@/components/shrink'
import type { KeptPhoto } from './photos'

type Props = {
  photos: readonly KeptPhoto[]; adding: boolean; trouble: string | null
  onAdd: (files: File[]) => void; onFirst: (name: string) => void; onRemove: (name: string) => void; onCrop: (name: string, shape: Shape, part: number) => Promise<void>
}

/** The photos of a new piece: taken, cropped, put in order, taken away. */
export function PhotoTray({ photos, adding, trouble, onAdd, onFirst, onRemove, onCrop }: Props) {
  const { t } = useTranslation('catalogue')
  const [cropping, setCropping] = useState<KeptPhoto | null>(null)
  return (
    <Card aria-labelledby="photos">
      <CardHead id="photos" title={t('photos')} hint={t('photosText')} />
      <ul className="flex snap-x gap-3 overflow-x-auto px-5 pb-3 empty:hidden">
        {photos.map(({ seen, original }, place) => (
          <li key={seen.photo.name} className="grid w-36 shrink-0 snap-start gap-1.5">
            <div className="relative">
              <Picture path={seen.photo.path} alt={`${t('photos')} ${place + 1}`} className="aspect-[3/4] w-full" />
              {place === 0 ? <Chip tone="leaf" className="absolute top-2 left-2">{t('isFirst')}</Chip> : null}
            </div>
            <div className="flex justify-between">
              <Button kind="bare" shape="round" aria-label={t('crop')} title={t('crop')} onClick={() => setCropping({ seen, original })}><Crop aria-hidden /></Button>
              {place === 0 ? null : <Button kind="bare" shape="round" aria-label={t('first')} title={t('first')} onClick={() => onFirst(seen.photo.name)}><Star aria-hidden /></Button>}
              <Button kind="bare" shape="round" aria-label={t('remove')} title={t('remove')} onClick={() => onRemove(seen.photo.name)}><Trash2 aria-hidden /></Button>
            </div>
          </li>
        ))}
      </ul>
      <div className="grid gap-2 px-5 pb-5">
        <PhotoInput adding={adding} onAdd={onAdd} />
        <p role="status" className="text-berry-ink empty:hidden">{trouble}</p>
      </div>
      {cropping === null ? null : (
        <CropDialog photo={cropping.original} onClose={() => setCropping(null)} onUse={(shape, part) => onCrop(cropping.seen.photo.name, shape, part).then(() => setCropping(null))} />
      )}
    </Card>
  )
}

/** Opens the camera or the gallery of the phone. */
export function PhotoInput({ adding, onAdd }: { adding: boolean; onAdd: (files: File[]) => void }) {
  const { t } = useTranslation('catalogue')
  const id = useId()
  return (
    <div className="relative">
      <input
        id={id} type="file" accept="image/jpeg,image/png,image/webp" multiple className="peer sr-only"
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className="inline-flex min-h-14 w-full cursor-pointer items-center justify-center gap-2 rounded-2xl border-2 border-dashed border-line-strong px-5 font-semibold hover:bg-sunken peer-focus-visible:outline-3 peer-focus-visible:outline-clay">
        <Camera aria-hidden className="size-5" />{adding ? t('adding') : t('take')}
      </label>
    </div>
  )
}
