import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Brand } from '@/components/brand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { demoBoutiques } from '@/features/start/queries'
import { PreferenceChoices } from './settings'

/** Says how to get in: in the demo by the start page, in a shop by the link its owner was given. */
export function SignIn() {
  const { t } = useTranslation('signIn')
  const sandbox = useQuery(demoBoutiques)
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className="w-full max-w-md animate-rise overflow-hidden">
        <div aria-hidden className="woven h-3" />
        <div className="grid gap-5 p-7">
          <Brand />
          <div className="grid gap-2">
            <h1 className="text-3xl font-bold">{t('title')}</h1>
            <p className="text-ink-soft">{sandbox.data === undefined ? t('real') : t('demo')}</p>
          </div>
          {sandbox.data === undefined ? null : <Button asChild><Link to="/">{t('start')}</Link></Button>}
          <div className="flex flex-wrap gap-4 border-t border-line pt-5"><PreferenceChoices /></div>
        </div>
      </Card>
    </main>
  )
}
