import { RefreshCw, Send } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Skeletons } from '@/components/skeleton'
import { useSendTemplate } from './stand-in'
import { filledIn, isFilled } from './template-text'

type Template = components['schemas']['ApprovedTemplate']
type State = components['schemas']['TemplateList']['state']
type Props = { chat: string; onClose: () => void }

const LONGEST = 300
const TROUBLES = { none: 'state.none', 'no-list': 'state.noList', refused: 'state.refused', away: 'state.away' } as const satisfies Record<Exclude<State, 'ready'>, string>

/** The templates that WhatsApp has approved: one is chosen, its gaps filled, and sent. */
export function TemplatesDialog({ chat, onClose }: Props) {
  const { t } = useTranslation(['templates', 'frame'])
  const [chosen, setChosen] = useState<Template | null>(null)
  const asked = api.useQuery('get', '/api/conversations/{conversation}/templates', { params: { path: { conversation: chat } } })
  const state = asked.data?.state ?? (asked.isError ? 'away' : null)
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('title')} text={t('text')}>
      {state === null ? <Skeletons count={3} className="grid gap-2" each="h-20" /> : null}
      {state === null || state === 'ready' ? null : <p role="status">{t(TROUBLES[state])}</p>}
      {chosen === null
        ? <TemplateList templates={asked.data?.templates ?? []} onChoose={setChosen} />
        : <Gaps chat={chat} template={chosen} onBack={() => setChosen(null)} onSent={onClose} />}
      {chosen === null ? (
        <div className="flex flex-wrap justify-end gap-2">
          {state === 'away' ? <Button kind="quiet" disabled={asked.isFetching} onClick={() => void asked.refetch()}><RefreshCw aria-hidden />{t('again')}</Button> : null}
          <Button kind="bare" onClick={onClose}>{t('close', { ns: 'frame' })}</Button>
        </div>
      ) : null}
    </Dialog>
  )
}

function TemplateList({ templates, onChoose }: { templates: readonly Template[]; onChoose: (template: Template) => void }) {
  const { t, i18n } = useTranslation('templates')
  if (templates.length === 0) return null
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language' })
  return (
    <ul aria-label={t('list')} className="grid max-h-[52dvh] gap-2 overflow-y-auto">
      {templates.map((template) => (
        <li key={template.key}>
          <button type="button" className="grid min-h-11 w-full gap-1.5 rounded-2xl border border-line px-4 py-3 text-left hover:border-line-strong" onClick={() => onChoose(template)}>
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-semibold break-all">{template.name}</span>
              <Chip tone={template.category === 'marketing' ? 'gold' : 'leaf'}>{t(template.category === 'marketing' ? 'kinds.marketing' : 'kinds.utility')}</Chip>
              <Chip>{languages.of(template.language.replace('_', '-'))}</Chip>
            </span>
            <span className="text-sm break-words whitespace-pre-line text-ink-soft">{[template.header, template.body, template.footer].filter((part) => part !== '').join('\n')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type GapsProps = { chat: string; template: Template; onBack: () => void; onSent: () => void }

function Gaps({ chat, template, onBack, onSent }: GapsProps) {
  const { t } = useTranslation('templates')
  const [values, setValues] = useState<Record<string, string>>({})
  const desk = useSendTemplate(chat, onSent)
  const ready = isFilled(template.gaps, values)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (ready && !desk.busy) desk.send(template.key, values)
  }
  const label = (name: string) => (name.startsWith('header.') ? t('headingGap', { name: name.slice(7) }) : t('gap', { name }))
  return (
    <form className="grid gap-4" onSubmit={send}>
      <h3 className="font-semibold break-all">{template.name}</h3>
      {template.gaps.map((gap) => (
        <Field
          key={gap.name} label={label(gap.name)} maxLength={LONGEST} required value={values[gap.name] ?? ''}
          {...(gap.example === '' ? {} : { hint: t('example', { example: gap.example }) })}
          onChange={(event) => setValues({ ...values, [gap.name]: event.target.value })}
        />
      ))}
      <div className="justify-self-end">
        <p className="text-right text-xs text-ink-soft">{t('preview')}</p>
        <p className="rounded-2xl rounded-br-md bg-bubble px-3 py-2 break-words whitespace-pre-line shadow-card">{filledIn(template, values)}</p>
      </div>
      <p role="status" className="text-sm text-berry-ink empty:hidden">{desk.trouble}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="bare" onClick={onBack}>{t('back')}</Button>
        <Button type="submit" disabled={!ready || desk.busy}><Send aria-hidden />{t('send')}</Button>
      </div>
    </form>
  )
}
