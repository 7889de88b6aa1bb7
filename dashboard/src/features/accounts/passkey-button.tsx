import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/components/button'
import { knowsPasskeys, signInByPasskey } from './passkey'
import { Refusal } from './refusal'

/** Comes in without a password, where the browser can. */
export function PasskeyButton({ onIn }: { onIn: () => void }) {
  const { t } = useTranslation('account')
  const knock = useMutation({ mutationFn: signInByPasskey, onSuccess: onIn })
  if (!knowsPasskeys()) return null
  return (
    <>
      <Button kind="quiet" shape="wide" disabled={knock.isPending} onClick={() => knock.mutate()}><KeyRound aria-hidden />{t('signIn')}</Button>
      <Refusal error={knock.error} />
    </>
  )
}
