import { CircleCheckBig, PackageCheck, Truck, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api/types'
import { Button } from '@/components/button'
import { Card, CardHead } from '@/components/card'
import { classes } from '@/components/classes'
import { CancelDialog, CourierDialog } from './step-dialogs'
import { useSteps } from './steps'

// What judges its fields is long; only who presses waits for it.
const TakeBackDialog = lazy(() => import('./take-back-dialog'))

/** What a person can do with the order now; nothing is shown when there is nothing to do. */
export function Actions({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'takingBack'])
  const [asking, setAsking] = useState<'courier' | 'cancel' | 'take-back' | null>(null)
  const [written, setWritten] = useState(false)
  const close = () => setAsking(null)
  const steps = useSteps(order, close)
  const can = new Set(order.steps)
  if (can.size === 0 && steps.told === null) return null
  return (
    <Card aria-labelledby="next-step">
      <CardHead id="next-step" title={t('nextStep')} />
      <div className="grid gap-2.5 px-5 pb-5">
        {can.has('pack') ? <Button shape="wide" disabled={steps.busy} onClick={steps.pack}><PackageCheck aria-hidden />{t('pack')}</Button> : null}
        {can.has('courier') ? <Button shape="wide" disabled={steps.busy} onClick={() => setAsking('courier')}><Truck aria-hidden />{t('courier')}</Button> : null}
        {can.has('deliver') ? (
          <Button shape="wide" kind={can.has('courier') ? 'quiet' : 'primary'} disabled={steps.busy} onClick={steps.deliver}><CircleCheckBig aria-hidden />{t('deliver')}</Button>
        ) : null}
        {can.has('take-back') ? <Button shape="wide" kind="quiet" disabled={steps.busy} onClick={() => setAsking('take-back')}><Undo2 aria-hidden />{t('takingBack:step')}</Button> : null}
        {can.has('cancel') ? <Button shape="wide" kind="danger" disabled={steps.busy} onClick={() => setAsking('cancel')}>{t('cancel')}</Button> : null}
        <p role="status" className={classes('empty:hidden', steps.failed ? 'text-berry-ink' : 'text-leaf-ink')}>{steps.told ?? (written ? t('takingBack:done') : null)}</p>
      </div>
      <CourierDialog open={asking === 'courier'} busy={steps.busy} onClose={close} onSend={steps.courier} />
      <CancelDialog open={asking === 'cancel'} number={order.number} paid={order.status !== 'awaiting-payment'} busy={steps.busy} onClose={close} onCancel={steps.cancel} />
      {asking === 'take-back' ? <Suspense><TakeBackDialog order={order} onClose={close} onDone={() => { setWritten(true); close() }} /></Suspense> : null}
    </Card>
  )
}
