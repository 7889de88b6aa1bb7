import { useMutation } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { classes } from '@/components/classes'
import { client, phones } from './api/client'

type Props = { account: string; most: number; onClose: () => void; onPick: (photos: File[]) => void }

/** Photos of pieces that the person saw somewhere; several can be picked. */
export function Gallery({ account, most, onClose, onPick }: Props) {
  const gallery = phones.useQuery('get', '/sandbox/api/gallery/{account}', { params: { path: { account } } })
  const [picked, setPicked] = useState<number[]>([])
  const fetched = useMutation({ mutationFn: () => Promise.all(picked.map((number) => photo(account, number))), onSuccess: onPick })
  const toggle = (number: number) =>
    setPicked((before) => (before.includes(number) ? before.filter((one) => one !== number) : [...before, number].slice(-most)))
  return (
    <div role="dialog" aria-modal="true" aria-label="Gallery" className="absolute inset-0 z-20 flex animate-sheet flex-col bg-wa-theirs text-wa-ink">
      <div className="flex items-center gap-2 p-3">
        <button type="button" aria-label="Close" onClick={onClose} className="grid size-10 place-items-center rounded-full hover:bg-wa-bar">
          <X aria-hidden />
        </button>
        <p className="font-semibold">Gallery</p>
      </div>
      <ul className="grid min-h-0 flex-1 grid-cols-2 content-start gap-1 overflow-y-auto px-2">
        {gallery.data?.map(({ number, title, address }) => (
          <li key={number}>
            <button
              type="button"
              aria-pressed={picked.includes(number)}
              aria-label={`Photo: ${title}`}
              onClick={() => toggle(number)}
              className="relative block aspect-square w-full overflow-hidden rounded-lg bg-wa-bar"
            >
              <img src={address} alt="" className={classes('size-full object-cover', picked.includes(number) && 'opacity-60')} />
              {picked.includes(number) ? (
                <Check aria-hidden className="absolute right-2 bottom-2 size-7 rounded-full bg-wa-green p-1 text-wa-theirs" />
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={picked.length === 0 || fetched.isPending}
        onClick={() => fetched.mutate()}
        className="m-3 min-h-11 rounded-full bg-wa-green font-semibold text-wa-theirs disabled:opacity-40"
      >
        {fetched.isError ? 'Try again' : picked.length > 1 ? `Use ${picked.length} photos` : 'Use photo'}
      </button>
    </div>
  )
}

async function photo(account: string, number: number): Promise<File> {
  const params = { path: { account, number } }
  const { data } = await client.GET('/sandbox/api/gallery/{account}/{number}', { params, parseAs: 'blob' })
  return new File([data as unknown as Blob], `photo-${number}.jpg`, { type: 'image/jpeg' })
}
