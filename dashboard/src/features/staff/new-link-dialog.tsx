import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { useRefusal } from '@/components/use-refusal'
import { LinkShown } from './link-shown'

/** A way back for a helper who forgot her password. */
export function NewLink({ person, name }: { person: string; name: string }) {
  const { t } = useTranslation(['staff', 'frame'])
  const refusal = useRefusal()
  const [open, setOpen] = useState(false)
  const renew = api.useMutation('post', '/api/staff/{person}/link')
  const close = () => { renew.reset(); setOpen(false) }
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t('newLink')}</Button>
      <Dialog open={open} onOpenChange={(next) => (next ? undefined : close())} title={t('newLinkTitle', { name })} text={t('newLinkText')}>
        {renew.isSuccess ? <LinkShown link={renew.data.link} onClose={close} /> : (
          <div className="grid gap-4">
            {renew.isError ? <p role="alert" className="text-berry-ink">{refusal(renew.error)}</p> : null}
            <div className="flex flex-wrap justify-end gap-2">
              <Button kind="bare" onClick={close}>{t('frame:close')}</Button>
              <Button disabled={renew.isPending} onClick={() => renew.mutate({ params: { path: { person } } })}>{t('newLinkGo')}</Button>
            </div>
          </div>
        )}
      </Dialog>
    </>
  )
}
