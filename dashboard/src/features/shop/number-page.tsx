import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { useAskAgain } from './queries'
import { Refusal } from './refusal'
import { Says } from './says'
import { cameBack, takePin } from './signup'

/** Where Meta's dialog sends her back to. The code is good for half a minute and once, so it goes on at once. */
export function NumberPage() {
  const { t } = useTranslation('signup')
  const again = useAskAgain()
  const [told] = useState(() => cameBack(globalThis.location.search))
  const connect = api.useMutation('post', '/api/connections/signup', { onSettled: again })
  const { mutate } = connect
  useEffect(() => {
    globalThis.history.replaceState(null, '', globalThis.location.pathname)
    if ('code' in told) mutate({ body: { ...told, pin: takePin() } })
  }, [told, mutate])
  return (
    <>
      <PageHead title={t('title')} hint={t('text')} />
      <Card className="grid max-w-xl gap-4 p-5">
        {'refused' in told ? <Notice>{t('refused', { why: told.refused })}</Notice> : null}
        {connect.isPending ? <p role="status">{t('connecting')}</p> : null}
        {connect.isSuccess ? <Notice well><Says said={connect.data.said} /></Notice> : null}
        {connect.isSuccess ? <p className="text-ink-soft">{t('payMeta')}</p> : null}
        <Refusal error={connect.error} />
        <div className="flex flex-wrap gap-2">
          <Button asChild><Link to="/welcome" search={{}}>{t('goOn')}</Link></Button>
          <Button kind="quiet" asChild><Link to="/shop">{t('settings')}</Link></Button>
        </div>
      </Card>
    </>
  )
}
