import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Conversation } from '@/api/types'
import { Button } from '@/components/button'
import { Chip, type Tone } from '@/components/chip'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Pick } from '@/components/pick'
import { useRefusal } from '@/components/use-refusal'

const TONES = ['plain', 'clay', 'leaf', 'gold', 'berry', 'sky'] as const satisfies readonly Tone[]
const LONGEST = 24

/** Which labels this chat bears; the owner also makes and ends them here. */
export function LabelsDialog({ chat, onClose }: { chat: Conversation; onClose: () => void }) {
  const { t } = useTranslation('notebook')
  const why = useRefusal()
  const queries = useQueryClient()
  const me = api.useQuery('get', '/api/me')
  const labels = api.useQuery('get', '/api/labels')
  // What is tapped shows at once; the chat itself tells it a moment later.
  const [tapped, setTapped] = useState<Readonly<Record<string, boolean>>>({})
  const again = { onSuccess: async () => queries.invalidateQueries(), onError: () => setTapped({}) }
  const put = api.useMutation('put', '/api/customers/{customer}/labels/{label}', again)
  const take = api.useMutation('delete', '/api/customers/{customer}/labels/{label}', again)
  const retire = api.useMutation('delete', '/api/labels/{label}', again)
  const bears = (label: string): boolean => tapped[label] ?? chat.labels.some((borne) => borne.id === label)
  const isOwner = me.data?.role === 'owner'
  const turn = (label: string) => {
    const borne = bears(label)
    setTapped((before) => ({ ...before, [label]: !borne }))
    ;(borne ? take : put).mutate({ params: { path: { customer: chat.customer.id, label } } })
  }
  const wrong: unknown = put.error ?? take.error ?? retire.error
  const known = labels.data ?? []
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('labelsTitle')} text={t('labelsText')}>
      {known.length === 0 ? <p className="text-ink-soft">{t('noLabels')} {isOwner ? null : t('onlyOwner')}</p> : (
        <ul className="grid gap-1">
          {known.map((label) => (
            <li key={label.id} className="flex items-center gap-2">
              <label className="flex min-h-11 flex-1 items-center gap-2">
                <input type="checkbox" checked={bears(label.id)} className="size-11 shrink-0 accent-(--clay)" onChange={() => turn(label.id)} />
                <Chip tone={label.tone}>{label.name}</Chip>
              </label>
              {isOwner ? <Button kind="bare" shape="round" aria-label={t('retire', { name: label.name })} title={t('retire', { name: label.name })} onClick={() => retire.mutate({ params: { path: { label: label.id } } })}><Trash2 aria-hidden /></Button> : null}
            </li>
          ))}
        </ul>
      )}
      {wrong === null ? null : <p role="alert" className="text-sm text-berry-ink">{why(wrong)}</p>}
      {isOwner ? <NewLabel /> : null}
    </Dialog>
  )
}

function NewLabel() {
  const { t } = useTranslation('notebook')
  const why = useRefusal()
  const queries = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [tone, setTone] = useState<(typeof TONES)[number]>('leaf')
  const make = api.useMutation('put', '/api/labels/{label}', {
    onSuccess: async () => {
      setId(crypto.randomUUID())
      setName('')
      await queries.invalidateQueries()
    },
  })
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() !== '') make.mutate({ params: { path: { label: id } }, body: { name: name.trim(), tone } })
  }
  return (
    <form className="grid gap-3 border-t border-line pt-4" onSubmit={add}>
      <Field label={t('newLabel')} value={name} maxLength={LONGEST} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      <Pick single label={t('colour')} options={TONES.map((value) => ({ value, label: t(`tone.${value}`) }))} chosen={[tone]} onChange={(next) => setTone(next[0] ?? 'leaf')} />
      {make.error === null ? null : <p role="alert" className="text-sm text-berry-ink">{why(make.error)}</p>}
      <Button type="submit" kind="quiet" disabled={make.isPending || name.trim() === ''}>{t('addLabel')}</Button>
    </form>
  )
}
