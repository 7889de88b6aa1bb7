import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem, isMissing } from '@/api/problem'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Trouble } from '@/components/trouble'
import { SearchX } from 'lucide-react'

/** A screen that could not be drawn; the rest of the page stands. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <Trouble missing={isMissing(error)} trace={error instanceof ApiProblem ? error.trace : null} onRetry={retry} />
}

/** An address that leads nowhere. */
export function Missing() {
  const { t } = useTranslation()
  return (
    <Empty icon={<SearchX />} title={t('missing')} text={t('missingText')}>
      <Button asChild><Link to="/today">{t('home')}</Link></Button>
    </Empty>
  )
}
