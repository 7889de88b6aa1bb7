import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { isMissing } from '@/api/problem'
import type { ReplyReasons } from '@/api/types'
import { Dialog } from '@/components/dialog'
import { Picture } from '@/components/picture'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { useCodeWord } from '@/components/use-code-word'

type Props = { conversation: string; reply: string; onClose: () => void }

/** What led to a reply: what was understood and found, who chose the words, and what it cost. */
export function ReasonsSheet({ conversation, reply, onClose }: Props) {
  const { t } = useTranslation('reasons')
  const why = api.useQuery('get', '/api/conversations/{conversation}/replies/{reply}/reasons', { params: { path: { conversation, reply } } })
  return (
    <Dialog open onOpenChange={(next) => (next ? undefined : onClose())} title={t('title')}>
      {why.isPending ? <Skeletons count={3} className="grid gap-2" each="h-12" /> : why.data === undefined
        ? <Trouble missing={isMissing(why.error)} onRetry={() => void why.refetch()} /> : <Reasons why={why.data} />}
    </Dialog>
  )
}

function Reasons({ why }: { why: ReplyReasons }) {
  const { t } = useTranslation('reasons')
  const word = useCodeWord()
  const tags = (all: readonly string[]) => all.map((tag) => word('wanted', tag)).join(', ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <dl className="grid gap-2 [&_dt]:text-sm [&_dt]:text-ink-soft">
        {why.understood === null ? null : <div><dt>{t('understood')}</dt><dd className="font-semibold">{word('intent', why.understood)}{why.confidence === null ? '' : ` · ${t('sure', { percent: Math.round(why.confidence * 100) })}`}</dd></div>}
        {why.seen.length === 0 ? null : <div><dt>{t('seen')}</dt><dd>{tags(why.seen)}</dd></div>}
        {why.wanted.length === 0 ? null : <div><dt>{t('wanted')}</dt><dd>{tags(why.wanted)}</dd></div>}
      </dl>
      {why.found.length === 0 ? null : <Found why={why} />}
      {why.nothing_for.length === 0 ? null : <p>{t('nothing', { tags: tags(why.nothing_for) })}</p>}
      {why.size_reason === null ? null : <p>{t('size', { size: why.size ?? '–', reason: word('fit', why.size_reason) })}</p>}
      <Cost why={why} />
    </div>
  )
}

function Found({ why }: { why: ReplyReasons }) {
  const { t } = useTranslation('reasons')
  const word = useCodeWord()
  const by = why.found_by === 'picture' ? 'picture' : 'words'
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="text-sm text-ink-soft">{t('found', { by: t(`by.${by}`) })}</h3>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {why.found.map(({ card, score }) => (
          <li key={card.product} className="flex items-center gap-3">
            <Picture path={card.picture} alt="" sizes="3rem" className="size-12 rounded-xl" />
            <span className="min-w-0 flex-1"><span className="block truncate font-semibold">{card.rank}. {card.title}</span><span className="figures text-sm text-ink-soft">{card.price.text}</span></span>
            <span className="figures text-sm font-semibold">{t('fit', { percent: Math.round(score * 100) })}</span>
          </li>
        ))}
      </ol>
      {why.relaxed.length === 0 ? null : <p className="text-sm text-ink-soft">{t('relaxed', { tags: why.relaxed.map((aspect) => word('relaxed', aspect)).join(', ') })}</p>}
    </section>
  )
}

function Cost({ why }: { why: ReplyReasons }) {
  const { t } = useTranslation('reasons')
  const word = useCodeWord()
  const brain = (name: string) => (name.startsWith(OFFLINE) ? word('brain', OFFLINE) : name)
  return (
    <section className="grid gap-1 border-t border-line pt-3 text-sm">
      <p>{[why.reader === null ? null : t('reader', { brain: brain(why.reader) }), t('words', { brain: brain(why.brain) })].filter((part) => part !== null).join(' · ')}</p>
      {why.models.length === 0 ? <p className="text-ink-soft">{t('offline')}</p> : (
        <>
          <h3 className="font-semibold">{t('models')}</h3>
          <ul className="figures grid gap-1">
            {why.models.map((step, place) => (
              <li key={place} className="text-ink-soft">{[word('purpose', step.purpose), step.version === '' ? step.model : step.version, t('prompt', { prompt: step.prompt }), word('outcome', step.outcome), t('tokens', { count: step.tokens }), step.reused ? t('reused') : dollars(step.cost_micro_usd)].join(' · ')}</li>
            ))}
          </ul>
          <p className="figures font-semibold">{t('cost')}: {dollars(why.cost_micro_usd)}</p>
        </>
      )}
    </section>
  )
}

const OFFLINE = 'offline'
const dollars = (micro: number): string => `$${(micro / 1_000_000).toFixed(6)}`
