import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const RETRY_MS = 2_000

/** Asks again for what is on screen whenever something in the sandbox has changed; true while it listens. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [listening, setListening] = useState(true)
  useEffect(() => {
    let source: EventSource
    let retry: ReturnType<typeof setTimeout>
    const join = () => {
      source = new EventSource('/sandbox/api/live')
      source.addEventListener('open', () => setListening(true))
      source.addEventListener('change', () => void queries.invalidateQueries())
      source.addEventListener('error', () => {
        setListening(false)
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(join, RETRY_MS)
      })
    }
    join()
    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [queries])
  return listening
}
