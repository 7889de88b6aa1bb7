import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Moment } from '@/components/time'
import { useAskAgain, type VoiceCard } from './queries'
import { Refusal } from './refusal'

type Field = { word: 'agentName' | 'greetingEn' | 'greetingSw' | 'tone' | 'languages' | 'forbidden'; told: string }

const fieldsOf = (voice: VoiceCard, tones: Record<VoiceCard['tone'], string>): Field[] => [
  { word: 'agentName', told: voice.agent_name },
  { word: 'greetingEn', told: voice.greeting_en },
  { word: 'greetingSw', told: voice.greeting_sw },
  { word: 'tone', told: tones[voice.tone] },
  { word: 'languages', told: voice.languages.join(', ') },
  { word: 'forbidden', told: voice.forbidden.join(', ') },
]

/** Every version of how the agent spoke, each beside the one before; any of them can speak again. */
export function Versions({ voices }: { voices: VoiceCard[] }) {
  const { t } = useTranslation('shop')
  const again = useAskAgain()
  const restore = api.useMutation('post', '/api/agent/voices/{version}/restore', { onSuccess: again })
  return (
    <div className="grid gap-3">
      <Refusal error={restore.error} />
      <ol className="grid gap-3">
        {voices.map((voice, at) => (
          <li key={voice.version} className="grid gap-3 rounded-2xl border border-line p-4">
            <div className="flex flex-wrap items-center gap-3">
              <p className="min-w-0 flex-1 font-display font-semibold">{t('version', { version: voice.version })}{voice.at ? <span className="block text-sm font-sans font-normal text-ink-soft"><Moment at={voice.at} /></span> : null}</p>
              {at === 0 ? <Chip tone="leaf">{t('current')}</Chip> : (
                <Button kind="quiet" disabled={restore.isPending} onClick={() => restore.mutate({ params: { path: { version: voice.version } } })}>{t('restore')}</Button>
              )}
            </div>
            <Difference voice={voice} before={voices[at + 1]} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Difference({ voice, before }: { voice: VoiceCard; before: VoiceCard | undefined }) {
  const { t } = useTranslation('shop')
  const tones = t('tones', { returnObjects: true })
  const earlier = before ? fieldsOf(before, tones) : []
  const changed = fieldsOf(voice, tones).map((field, at) => ({ ...field, was: earlier[at]?.told ?? '' })).filter((field) => field.told !== field.was)
  if (changed.length === 0) return <p className="text-sm text-ink-soft">{t('same')}</p>
  return (
    <dl aria-label={t('compare')} className="grid gap-2 text-sm">
      {changed.map(({ word, told, was }) => (
        <div key={word} className="grid gap-1 sm:grid-cols-[9rem_1fr]">
          <dt className="font-semibold">{t(word)}</dt>
          <dd className="grid gap-1 break-words">
            {was === '' ? null : <del className="rounded-lg bg-berry-soft px-2 text-berry-ink"><span className="sr-only">{t('before')}: </span>{was}</del>}
            {told === '' ? null : <ins className="rounded-lg bg-leaf-soft px-2 text-leaf-ink no-underline"><span className="sr-only">{t('after')}: </span>{told}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
