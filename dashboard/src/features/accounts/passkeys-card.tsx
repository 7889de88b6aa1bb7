import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Passkey } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { Skeletons } from '@/components/skeleton'
import { Moment } from '@/components/time'
import { Trouble } from '@/components/trouble'
import { naming } from './asked'
import { addPasskey, knowsPasskeys } from './passkey'
import { Refusal } from './refusal'

/** Her passkeys: the devices that let her in by a finger, a face or their own PIN. */
export function PasskeysCard() {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const passkeys = api.useQuery('get', '/api/passkeys')
  const again = () => void queries.invalidateQueries({ queryKey: ['get', '/api/passkeys'] })
  return (
    <Card>
      <CardHead title={t('passkeys')} hint={t('passkeysText')} />
      <div className="grid gap-4 px-5 pb-5">
        {passkeys.isPending ? <Skeletons count={1} className="grid" each="h-14" /> : null}
        {passkeys.isError ? <Trouble onRetry={() => void passkeys.refetch()} /> : null}
        {passkeys.data?.length ? <ul className="grid gap-2">{passkeys.data.map((one) => <li key={one.passkey}><OneKey one={one} onGone={again} /></li>)}</ul> : null}
        {knowsPasskeys() ? <NewKey onAdded={again} /> : <p className="text-ink-soft">{t('noPasskeys')}</p>}
      </div>
    </Card>
  )
}

function NewKey({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation('account')
  const { form, field, sends } = useChecked(naming, { name: '' })
  const add = useMutation({ mutationFn: addPasskey, onSuccess: () => { form.reset(); onAdded() } })
  return (
    <form className="grid gap-3" noValidate onSubmit={sends(({ name }) => add.mutate(name))}>
      <Field label={t('keyName')} hint={t('keyNameHint')} required {...field('name')} />
      <Refusal error={add.error} />
      <Button type="submit" kind="quiet" disabled={add.isPending}><KeyRound aria-hidden />{t('addKey')}</Button>
    </form>
  )
}

function OneKey({ one, onGone }: { one: Passkey; onGone: () => void }) {
  const { t } = useTranslation(['account', 'frame'])
  const [asking, setAsking] = useState(false)
  const drop = api.useMutation('delete', '/api/passkeys/{passkey}', { onSuccess: onGone, onSettled: () => setAsking(false) })
  return (
    <div className="flex items-center justify-between gap-3 rounded-2xl bg-sunken py-2 pr-2 pl-4">
      <div className="min-w-0">
        <p className="font-semibold break-words">{one.name}</p>
        <p className="text-sm text-ink-soft">{one.used_at ? <>{t('usedAt')} <Moment at={one.used_at} /></> : t('neverUsed')}</p>
        <Refusal error={drop.error} />
      </div>
      <Button kind="bare" shape="round" aria-label={t('dropKey', { name: one.name })} onClick={() => setAsking(true)}><Trash2 aria-hidden /></Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('dropTitle', { name: one.name })} text={t('dropText')}>
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={() => setAsking(false)}>{t('frame:close')}</Button>
          <Button kind="danger" disabled={drop.isPending} onClick={() => drop.mutate({ params: { path: { passkey: one.passkey } } })}>{t('drop')}</Button>
        </div>
      </Dialog>
    </div>
  )
}
