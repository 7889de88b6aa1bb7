import { Link, Outlet, useParams, useSearch } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { Card } from '@/components/card'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { classes } from '@/components/classes'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { Skeletons } from '@/components/skeleton'
import { Trouble } from '@/components/trouble'
import { ChatRow } from './chat-row'

/** The chats; on a desk the open one stands beside the list. */
export function ConversationsPage() {
  const { t } = useTranslation('conversations')
  const { waiting } = useSearch({ from: '/shop/conversations' })
  const { conversation: open } = useParams({ strict: false })
  return (
    <div className="lg:grid lg:h-[calc(100dvh-4.25rem)] lg:grid-cols-[22rem_minmax(0,1fr)] lg:gap-6">
      <section aria-label={t('title')} className={classes('min-h-0 lg:flex lg:flex-col', open !== undefined && 'max-lg:hidden')}>
        <PageHead title={t('title')} />
        <ChipsFilter label={t('filter')}>
          <Link to="." search={{}} className={chipLook(waiting === undefined)}>{t('all')}</Link>
          <Link to="." search={{ waiting: true }} className={chipLook(waiting === true)}>{t('waiting')}</Link>
        </ChipsFilter>
        <ChatList waiting={waiting} />
      </section>
      <div className={classes('min-h-0', open === undefined && 'max-lg:hidden')}><Outlet /></div>
    </div>
  )
}

function ChatList({ waiting }: { waiting: true | undefined }) {
  const { t } = useTranslation('conversations')
  const query = waiting === undefined ? {} : { needs_person: true }
  const chats = api.useInfiniteQuery(
    'get', '/api/conversations', { params: { query } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  if (chats.isPending) return <Skeletons count={6} className="grid gap-2" each="h-20" />
  if (chats.data === undefined) return <Trouble onRetry={() => void chats.refetch()} />
  const rows = chats.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    const word = waiting === undefined ? 'empty' : 'none'
    return <Empty icon={<MessagesSquare />} title={t(word)} text={t(`${word}Text`)} />
  }
  return (
    <Card className="overflow-hidden lg:min-h-0 lg:overflow-y-auto">
      <ul>{rows.map((row) => <ChatRow key={row.id} row={row} />)}</ul>
      <More shown={chats.hasNextPage} busy={chats.isFetchingNextPage} onMore={() => void chats.fetchNextPage()} />
    </Card>
  )
}
