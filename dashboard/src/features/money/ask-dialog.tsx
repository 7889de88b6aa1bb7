import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'

type Props = { open: boolean; title: string; text: string; label: string; most: number; start?: string; onClose: () => void; onSend: (said: string) => void }

/** Asks one thing before money is counted. */
export function AskDialog({ open, title, text, label, most, start = '', onClose, onSend }: Props) {
  const { t } = useTranslation(['waitingMoney', 'frame'])
  const [said, setSaid] = useState(start)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onSend(said.trim())
  }
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())} title={title} text={text}>
      <form className="grid gap-4" onSubmit={send}>
        <Field label={label} value={said} required maxLength={most} onChange={(event) => setSaid(event.target.value)} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="bare" onClick={onClose}>{t('frame:close')}</Button>
          <Button type="submit" disabled={said.trim() === ''}>{t('sure')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
