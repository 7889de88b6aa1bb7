import { Link, useSearch } from '@tanstack/react-router'
import { ArrowLeft, CircleCheckBig } from 'lucide-react'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { useChecked } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { useRefusal } from '@/components/use-refusal'
import { GARMENTS, inWords } from '@/words/clothes'
import { listed } from './asked'
import { bodyOf, EMPTY, likeOther, withSeen, type Draft } from './draft'
import { PhotoTray } from './photo-tray'
import { usePhotos, type SeenPhoto } from './photos'
import { MoreFields, PieceFields } from './piece-fields'
import { SizesField } from './sizes-field'

const SEEN = ['garment', 'colours', 'pattern', 'title', 'title_sw'] as const

/** A piece from its photo to the shop in under a minute. */
export function NewProductPage() {
  const { like } = useSearch({ from: '/shop/products/new' })
  const [form, setForm] = useState(0)
  const other = api.useQuery('get', '/api/products/{product}', { params: { path: { product: like ?? '' } } }, { enabled: like !== undefined })
  if (like !== undefined && other.isPending) return <Skeletons count={2} className="grid gap-4" each="h-48" />
  return <NewPiece key={form} begun={other.data === undefined ? EMPTY : likeOther(other.data)} onAnother={() => setForm(form + 1)} />
}

/** One form is one piece: its key makes a tap that was sent twice list it once. */
function NewPiece({ begun, onAnother }: { begun: Draft; onAnother: () => void }) {
  const { t } = useTranslation('catalogue')
  const why = useRefusal()
  const [key] = useState(() => crypto.randomUUID())
  const { form, sends } = useChecked(listed, begun)
  const [seen, setSeen] = useState<SeenPhoto | null>(null)
  const photos = usePhotos((said, isFirst) => {
    if (!isFirst) return
    setSeen(said)
    const now = withSeen(form.getValues(), said)
    for (const name of SEEN) form.setValue(name, now[name], { shouldValidate: form.formState.isSubmitted })
  })
  const list = api.useMutation('post', '/api/products')
  const save = sends((told) => list.mutate({ body: bodyOf(told, photos.photos.map((kept) => kept.seen.photo.name)), params: { header: { 'Idempotency-Key': key } } }))
  if (list.data !== undefined) return <Listed product={list.data.product} title={list.variables.body.title} onAnother={onAnother} />
  return (
    <FormProvider {...form}><form noValidate onSubmit={save} className="mx-auto max-w-2xl">
      <Button kind="bare" className="-ml-3 px-3" asChild><Link to="/products"><ArrowLeft aria-hidden />{t('pieces')}</Link></Button>
      <PageHead title={t('newTitle')} hint={t('newText')} />
      <div className="grid gap-4">
        <PhotoTray
          photos={photos.photos} adding={photos.isAdding} trouble={photos.failed === null ? null : why(photos.failed)}
          onAdd={(files) => void photos.add(files)} onFirst={photos.putFirst} onRemove={photos.remove} onCrop={photos.replace}
        />
        <Card className="grid gap-5 p-5">
          <Seen seen={seen} />
          <PieceFields />
          <SizesField />
          <MoreFields withCode />
        </Card>
        <p role="alert" className="text-berry-ink empty:hidden">{list.error === null ? null : why(list.error)}</p>
        <Button type="submit" shape="wide" disabled={photos.isAdding || list.isPending}>{list.isPending ? t('saving') : t('save')}</Button>
      </div>
    </form></FormProvider>
  )
}

/** What was read from the photo, said as what it is: a proposal. */
function Seen({ seen }: { seen: SeenPhoto | null }) {
  const { t, i18n } = useTranslation('catalogue')
  if (seen === null || seen.garments.length === 0) return null
  const what = seen.garment === null ? seen.garments.map((one) => inWords(GARMENTS[one], i18n.language)).join(', ') : (i18n.language === 'sw' ? seen.title_sw : seen.title)
  return <p role="status" className="rounded-2xl bg-gold-soft px-4 py-3 text-gold-ink">{t(seen.garment === null ? 'unsure' : 'seen', { what })}</p>
}

function Listed({ product, title, onAnother }: { product: string; title: string; onAnother: () => void }) {
  const { t } = useTranslation('catalogue')
  return (
    <Empty icon={<CircleCheckBig />} title={t('listed')} text={title}>
      <Button onClick={onAnother}>{t('another')}</Button>
      <Button kind="quiet" asChild><Link to="/products/$product" params={{ product }}>{t('open', { title })}</Link></Button>
    </Empty>
  )
}
