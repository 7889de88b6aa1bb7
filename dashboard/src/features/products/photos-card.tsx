import { Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Chip } from '@/components/chip'
import { Picture } from '@/components/picture'
import { useRefusal } from '@/components/use-refusal'
import { PhotoInput } from './photo-tray'
import { keepPhoto } from './photos'
import { quietly, type Product, type Steps } from './product'

/** The photos of a piece; customers see the first. */
export function PhotosCard({ product, steps }: { product: Product; steps: Steps }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const [adding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const names = product.photos.map((photo) => photo.name)
  const add = async (files: File[]) => {
    setAdding(true)
    setTrouble(null)
    try {
      const kept = []
      for (const file of files) kept.push((await keepPhoto(file)).photo.name)
      await steps.arrange([...new Set([...names, ...kept])])
    } catch (error) {
      setTrouble(why(error))
    } finally {
      setAdding(false)
    }
  }
  return (
    <Card aria-labelledby="photos">
      <CardHead id="photos" title={t('photos')} hint={t('photosText')} />
      <ul className="grid grid-cols-2 gap-3 px-5 pb-3 empty:hidden">
        {product.photos.map((photo, place) => (
          <li key={photo.name} className={place === 0 ? 'col-span-2' : ''}>
            <div className="relative">
              <Picture path={photo.path} alt={`${product.title} ${place + 1}`} className="aspect-[3/4] w-full" />
              {place === 0 ? <Chip tone="leaf" className="absolute top-3 left-3">{t('isFirst')}</Chip> : null}
            </div>
            {product.archived ? null : (
              <div className="flex justify-end">
                {place === 0 ? null : <Button kind="bare" shape="round" aria-label={`${t('first')}: ${place + 1}`} disabled={steps.busy} onClick={() => quietly(steps.arrange([photo.name, ...names.filter((n) => n !== photo.name)]))}><Star aria-hidden /></Button>}
                <Button kind="bare" shape="round" aria-label={`${t('remove')}: ${place + 1}`} disabled={steps.busy} onClick={() => quietly(steps.arrange(names.filter((n) => n !== photo.name)))}><Trash2 aria-hidden /></Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {product.archived ? null : (
        <div className="grid gap-2 px-5 pb-5">
          <PhotoInput adding={adding} onAdd={(files) => void add(files)} />
          <p role="status" className="text-berry-ink empty:hidden">{trouble}</p>
        </div>
      )}
    </Card>
  )
}
