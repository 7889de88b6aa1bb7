import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { Order, OrderStatus } from '@/api/types'
import { useRefusal } from '@/components/use-refusal'

/** Who takes a parcel, by which code, and where that can be followed; empty where there is none. */
export type Parcel = { courier: string; tracking: string; link: string }

/** The steps a person takes with an order, and what came of the last one. */
export function useSteps(order: Order, onDone: () => void) {
  const { t } = useTranslation(['orders', 'status'])
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [told, setTold] = useState<string | null>(null)
  const [wrong, setWrong] = useState<unknown>(null)
  const outcome = {
    onSuccess: async (done: { status: OrderStatus }) => {
      setWrong(null)
      setTold(t('done', { state: t(`status:${done.status}`) }))
      onDone()
      await queries.invalidateQueries()
    },
    onError: (error: unknown) => {
      setWrong(error)
      onDone()
    },
  }
  const pack = api.useMutation('post', '/api/orders/{order}/pack', outcome)
  const courier = api.useMutation('post', '/api/orders/{order}/courier', outcome)
  const deliver = api.useMutation('post', '/api/orders/{order}/deliver', outcome)
  const cancel = api.useMutation('post', '/api/orders/{order}/cancel', outcome)
  const params = { path: { order: order.id } }
  return {
    told: [pack, courier, deliver].some((step) => step.isPaused) ? t('keptStep') : wrong === null ? told : refusal(wrong),
    failed: wrong !== null,
    busy: [pack, courier, deliver, cancel].some((step) => step.isPending),
    pack: () => pack.mutate({ params }),
    courier: (parcel: Parcel) => courier.mutate({ params, body: { courier: parcel.courier, tracking: parcel.tracking || null, link: parcel.link || null } }),
    deliver: () => deliver.mutate({ params }),
    cancel: () => cancel.mutate({ params }),
  }
}
