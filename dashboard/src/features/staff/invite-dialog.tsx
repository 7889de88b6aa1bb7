import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { useChecked } from '@/components/form'
import { invited } from './asked'
import { LinkShown } from './link-shown'

const AUDIT_DAYS = 14
const auditEnds = (): string => new Date(Date.now() + AUDIT_DAYS * 24 * 3600 * 1000).toISOString()

/** Lets somebody in. The link with which she chooses her password is shown this once. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'frame'])
  const invite = api.useMutation('post', '/api/staff')
  const close = () => { invite.reset(); onClose() }
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : close())} title={t('invite')} text={t('inviteText')}>
      {invite.isSuccess ? <LinkShown link={invite.data.link ?? null} known={invite.data.known} onClose={close} /> : (
        <InviteForm busy={invite.isPending} failed={invite.isError} onClose={close} onSend={(body) => invite.mutate({ body })} />
      )}
    </Dialog>
  )
}

type Invite = { name: string; email: string; role: 'owner' | 'staff' | 'auditor'; until: string | null }
type FormProps = { busy: boolean; failed: boolean; onClose: () => void; onSend: (invite: Invite) => void }

function InviteForm({ busy, failed, onClose, onSend }: FormProps) {
  const { t } = useTranslation(['staff', 'frame'])
  const [role, setRole] = useState<Invite['role']>('staff')
  const { field, sends } = useChecked(invited, { name: '', email: '' })
  const send = sends((told) => onSend({ ...told, role, until: role === 'auditor' ? auditEnds() : null }))
  const roles = (['staff', 'owner', 'auditor'] as const).map((value) => ({ value, label: t(`role.${value}`) }))
  return (
    <form className="grid gap-4" noValidate onSubmit={send}>
      <Field label={t('name')} required {...field('name')} />
      <Field label={t('email')} type="email" required {...field('email')} />
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('what')}</p>
        <Choice label={t('what')} value={role} options={roles} onChange={setRole} />
        <p className="text-sm text-ink-soft">{t(`may.${role}`)}</p>
      </div>
      {failed ? <p role="alert" className="text-berry-ink">{t('failed')}</p> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
        <Button type="submit" disabled={busy}>{t('letIn')}</Button>
      </div>
    </form>
  )
}
