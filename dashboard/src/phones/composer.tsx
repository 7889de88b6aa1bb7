import { Camera, Images, MapPin, Plus, SendHorizontal, UserRound } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Album } from './album'
import { Gallery } from './gallery'
import { HOME } from './bubble-view'
import type { Chat } from './use-phone'

const MOST_PHOTOS = 6

/** The line to write in, with what can be attached. */
export function Composer({ phone, account }: { phone: Chat; account: string }) {
  const [text, setText] = useState('')
  const [attaching, setAttaching] = useState(false)
  const [photos, setPhotos] = useState<File[]>([])
  const [browsing, setBrowsing] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const send = () => {
    if (!text.trim()) return
    phone.say.mutate(text)
    setText('')
  }
  const then = (act: () => void) => () => {
    act()
    setAttaching(false)
  }
  return (
    <div className="bg-wa-bar px-2 pt-1.5 pb-3">
      <Trouble phone={phone} />
      {attaching ? (
        <div className="flex justify-around py-2">
          <Attach label="Gallery" onClick={then(() => setBrowsing(true))}>
            <Images aria-hidden />
          </Attach>
          <Attach label="My photos" onClick={then(() => picker.current?.click())}>
            <Camera aria-hidden />
          </Attach>
          <Attach label="Location" onClick={then(() => phone.sendPlace.mutate(HOME))}>
            <MapPin aria-hidden />
          </Attach>
          <Attach label="My number" onClick={then(() => phone.shareContact.mutate())}>
            <UserRound aria-hidden />
          </Attach>
        </div>
      ) : null}
      <form
        className="flex items-end gap-1.5"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <button
          type="button"
          aria-label="Attach"
          aria-expanded={attaching}
          onClick={() => setAttaching((before) => !before)}
          className="grid size-11 shrink-0 place-items-center rounded-full text-wa-soft hover:bg-wa-theirs"
        >
          <Plus aria-hidden className={attaching ? 'rotate-45 transition-transform' : 'transition-transform'} />
        </button>
        <textarea
          value={text}
          rows={1}
          aria-label="Message"
          placeholder="Message"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
          className="field-sizing-content max-h-28 min-h-11 min-w-0 flex-1 resize-none rounded-3xl bg-wa-theirs px-4 py-2.5 text-[15px] text-wa-ink placeholder:text-wa-soft"
        />
        <button
          type="submit"
          aria-label="Send"
          disabled={!text.trim()}
          className="grid size-11 shrink-0 place-items-center rounded-full bg-wa-green text-wa-theirs disabled:opacity-50"
        >
          <SendHorizontal aria-hidden className="size-5" />
        </button>
      </form>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="Photos"
        onChange={(event) => {
          setPhotos([...(event.target.files ?? [])].slice(0, MOST_PHOTOS))
          event.target.value = ''
        }}
      />
      {browsing ? (
        <Gallery
          account={account}
          most={MOST_PHOTOS}
          onClose={() => setBrowsing(false)}
          onPick={(picked) => {
            setPhotos(picked)
            setBrowsing(false)
          }}
        />
      ) : null}
      {photos.length > 0 ? (
        <Album
          photos={photos}
          onClose={() => setPhotos([])}
          onSend={(caption) => {
            phone.sendPhotos.mutate({ files: photos, caption })
            setPhotos([])
          }}
        />
      ) : null}
    </div>
  )
}

function Attach({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="grid justify-items-center gap-1 text-xs text-wa-soft">
      <span className="grid size-12 place-items-center rounded-full bg-wa-theirs text-wa-green">{children}</span>
      {label}
    </button>
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
