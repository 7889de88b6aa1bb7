import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { TextArea } from '@/components/text-area'
import type { Voice, VoiceCard } from './queries'

const TONES = ['warm', 'brief', 'formal'] as const
const SPOKEN = { both: ['en', 'sw'], english: ['en'], swahili: ['sw'] } as const
type Spoken = keyof typeof SPOKEN

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** The voice to begin with: the one that speaks now, or a friendly one that names the shop. */
export function draftOf(voice: VoiceCard | null | undefined, shop: string): Voice {
  if (voice) {
    const { agent_name, greeting_en, greeting_sw, tone, languages, forbidden } = voice
    return { agent_name, greeting_en, greeting_sw, tone, forbidden, languages: languages.length === 0 ? ['en', 'sw'] : languages }
  }
  return {
    agent_name: 'Zuri', greeting_en: `Hello, welcome to ${shop}! Send a photo or tell me what you are looking for.`, greeting_sw: `Karibu ${shop}! Tuma picha au niambie unatafuta nini.`,
    tone: 'warm', languages: ['en', 'sw'], forbidden: [],
  }
}

type Props = { voice: Voice; onChange: (voice: Voice) => void }

/** How the agent speaks. */
export function VoiceFields({ voice, onChange }: Props) {
  const { t } = useTranslation('shop')
  const set = (change: Partial<Voice>) => onChange({ ...voice, ...change })
  const spoken = (Object.keys(SPOKEN) as Spoken[]).find((each) => SPOKEN[each].join() === voice.languages.join()) ?? 'both'
  return (
    <div className="grid gap-4">
      <Field label={t('agentName')} value={voice.agent_name} required maxLength={120} onChange={(event) => set({ agent_name: event.target.value })} />
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('languages')}</p>
        <Choice label={t('languages')} value={spoken} options={(Object.keys(SPOKEN) as Spoken[]).map((value) => ({ value, label: t(value) }))} onChange={(next) => set({ languages: [...SPOKEN[next]] })} className="justify-self-start" />
        <p className="text-sm text-ink-soft">{t('languagesText')}</p>
      </div>
      <TextArea label={t('greetingEn')} value={voice.greeting_en} rows={2} required maxLength={800} onChange={(event) => set({ greeting_en: event.target.value })} />
      <TextArea label={t('greetingSw')} value={voice.greeting_sw} rows={2} required maxLength={800} onChange={(event) => set({ greeting_sw: event.target.value })} />
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('tone')}</p>
        <Choice label={t('tone')} value={voice.tone} options={TONES.map((value) => ({ value, label: t(`tones.${value}`) }))} onChange={(tone) => set({ tone })} className="justify-self-start" />
        <p className="text-sm text-ink-soft">{t('toneText')}</p>
      </div>
      <TextArea label={t('forbidden')} hint={t('forbiddenHint')} defaultValue={voice.forbidden.join('\n')} rows={2} onChange={(event) => set({ forbidden: lines(event.target.value) })} />
    </div>
  )
}
