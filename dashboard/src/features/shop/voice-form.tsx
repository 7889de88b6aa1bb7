import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import type { Checked } from '@/components/form'
import { TextArea } from '@/components/text-area'
import type { Voice, VoiceCard } from './queries'

const TONES = ['warm', 'brief', 'formal'] as const
const SPOKEN = { both: ['en', 'sw'], english: ['en'], swahili: ['sw'] } as const
type Spoken = keyof typeof SPOKEN

type Written = { agent_name: string; greeting_en: string; greeting_sw: string; forbidden: string }
type Manner = Pick<Voice, 'tone' | 'languages'>

/** The voice to begin with: the one that speaks now, or a friendly one that names the shop. */
export function draftOf(voice: VoiceCard | null | undefined, shop: string): { written: Written; manner: Manner } {
  if (voice) {
    const { agent_name, greeting_en, greeting_sw, tone, languages, forbidden } = voice
    return { written: { agent_name, greeting_en, greeting_sw, forbidden: forbidden.join('\n') }, manner: { tone, languages: languages.length === 0 ? ['en', 'sw'] : languages } }
  }
  return {
    written: { agent_name: 'Zuri', greeting_en: `Hello, welcome to ${shop}! Send a photo or tell me what you are looking for.`, greeting_sw: `Karibu ${shop}! Tuma picha au niambie unatafuta nini.`, forbidden: '' },
    manner: { tone: 'warm', languages: ['en', 'sw'] },
  }
}

/** The voice that is written, whether it is right or not yet. */
export const voiceOf = ({ forbidden, ...written }: Written, manner: Manner): Voice =>
  ({ ...written, ...manner, forbidden: forbidden.split('\n').map((line) => line.trim()).filter((line) => line !== '') })

type Props = { field: Checked<Written, unknown>['field']; manner: Manner; onManner: (manner: Manner) => void }

/** How the agent speaks. */
export function VoiceFields({ field, manner, onManner }: Props) {
  const { t } = useTranslation('shop')
  const spoken = (Object.keys(SPOKEN) as Spoken[]).find((each) => SPOKEN[each].join() === manner.languages.join()) ?? 'both'
  return (
    <div className="grid gap-4">
      <Field label={t('agentName')} required {...field('agent_name')} />
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('languages')}</p>
        <Choice label={t('languages')} value={spoken} options={(Object.keys(SPOKEN) as Spoken[]).map((value) => ({ value, label: t(value) }))} onChange={(next) => onManner({ ...manner, languages: [...SPOKEN[next]] })} className="justify-self-start" />
        <p className="text-sm text-ink-soft">{t('languagesText')}</p>
      </div>
      <TextArea label={t('greetingEn')} rows={2} required {...field('greeting_en')} />
      <TextArea label={t('greetingSw')} rows={2} required {...field('greeting_sw')} />
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('tone')}</p>
        <Choice label={t('tone')} value={manner.tone} options={TONES.map((value) => ({ value, label: t(`tones.${value}`) }))} onChange={(tone) => onManner({ ...manner, tone })} className="justify-self-start" />
        <p className="text-sm text-ink-soft">{t('toneText')}</p>
      </div>
      <TextArea label={t('forbidden')} hint={t('forbiddenHint')} rows={2} {...field('forbidden')} />
    </div>
  )
}
