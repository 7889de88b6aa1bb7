import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Door } from '@/components/door'
import { SignInForm } from './sign-in-form'

/** Where a boutique's invitation leads whoever has an account: signing in is her yes. Its token stands behind the "#", which no server ever sees. */
export function JoinPage() {
  const { t } = useTranslation('accounts')
  const [invitation] = useState(() => globalThis.location.hash.slice(1))
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <Door title={t('acceptTitle')} text={t('acceptText')}>
      <SignInForm invitation={invitation} onIn={() => void queries.resetQueries().then(() => navigate({ to: '/today' }))} />
    </Door>
  )
}
