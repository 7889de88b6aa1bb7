import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/choice'
import { LOOKS, prefer } from './preferences'
import { usePreferences } from './use-preferences'

/** Language and look: a person's own choice, kept in her browser. */
export function PreferenceChoices() {
  const { t } = useTranslation()
  const { language, look } = usePreferences()
  const languages = [{ value: 'en', label: 'English' }, { value: 'sw', label: 'Kiswahili' }] as const
  const looks = LOOKS.map((value) => ({ value, label: t(value) }))
  return (
    <>
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('language')}</p>
        <Choice label={t('language')} value={language} options={languages} onChange={(next) => prefer({ language: next })} />
      </div>
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{t('look')}</p>
        <Choice label={t('look')} value={look} options={looks} onChange={(next) => prefer({ look: next })} />
      </div>
    </>
  )
}
