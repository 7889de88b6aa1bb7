import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Album } from './album'
import { AttachTray } from './attach-tray'
import { Gallery } from './gallery'
import type { Chat } from './use-phone'
import { WritingLine } from './writing-line'

const MOST_PHOTOS = 6

/** The line to write in, with what can be attached. */
export function Composer({ phone, account }: { phone: Chat; account: string }) {
  const [attaching, setAttaching] = useState(false)
  const [browsing, setBrowsing] = useState(false)
  const [photos, setPhotos] = useState<File[]>([])
  const pick = (picked: File[]) => {
    setPhotos(picked.slice(0, MOST_PHOTOS))
    setBrowsing(false)
  }
  const send = (caption: string) => {
    phone.sendPhotos.mutate({ files: photos, caption })
    setPhotos([])
  }
  return (
    <div className="bg-wa-bar px-2 pt-1.5 pb-3">
      <Trouble phone={phone} />
      {attaching ? (
        <AttachTray phone={phone} onBrowse={() => setBrowsing(true)} onPhotos={pick} onDone={() => setAttaching(false)} />
      ) : null}
      <WritingLine onSay={(text) => phone.say.mutate(text)}>
        <button
          type="button"
          aria-label="Attach"
          aria-expanded={attaching}
          onClick={() => setAttaching((before) => !before)}
          className="grid size-11 shrink-0 place-items-center rounded-full text-wa-soft hover:bg-wa-theirs"
        >
          <Plus aria-hidden className={attaching ? 'rotate-45 transition-transform' : 'transition-transform'} />
        </button>
      </WritingLine>
      {browsing ? <Gallery account={account} most={MOST_PHOTOS} onClose={() => setBrowsing(false)} onPick={pick} /> : null}
      {photos.length > 0 ? <Album photos={photos} onClose={() => setPhotos([])} onSend={send} /> : null}
    </div>
  )
}

function Trouble({ phone }: { phone: Chat }) {
  const failed = [phone.say, phone.sendPhotos, phone.choose, phone.sendPlace, phone.shareContact].some((act) => act.isError)
  if (!failed) return null
  return (
    <p role="alert" className="px-3 pb-1 text-xs text-berry-ink">
      That was not sent. Please try again.
    </p>
  )
}
