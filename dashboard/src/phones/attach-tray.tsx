import { Camera, Images, MapPin, UserRound } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { HOME } from './places'
import type { Chat } from './use-phone'

type Props = { phone: Chat; onBrowse: () => void; onPhotos: (photos: File[]) => void; onDone: () => void }

/** What can be sent besides words. */
export function AttachTray({ phone, onBrowse, onPhotos, onDone }: Props) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className="flex justify-around py-2">
      <Attach label="Gallery" onDone={onDone} onClick={onBrowse}>
        <Images aria-hidden />
      </Attach>
      <Attach label="My photos" onClick={() => picker.current?.click()}>
        <Camera aria-hidden />
      </Attach>
      <Attach label="Location" onDone={onDone} onClick={() => phone.sendPlace.mutate(HOME)}>
        <MapPin aria-hidden />
      </Attach>
      <Attach label="My number" onDone={onDone} onClick={() => phone.shareContact.mutate()}>
        <UserRound aria-hidden />
      </Attach>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="Photos"
        onChange={(event) => {
          onPhotos([...(event.target.files ?? [])])
          onDone()
        }}
      />
    </div>
  )
}

type AttachProps = { label: string; onClick: () => void; onDone?: () => void; children: ReactNode }

function Attach({ label, onClick, onDone, children }: AttachProps) {
  return (
    <button
      type="button"
      onClick={() => {
        onClick()
        onDone?.()
      }}
      className="grid justify-items-center gap-1 text-xs text-wa-soft"
    >
      <span className="grid size-12 place-items-center rounded-full bg-wa-theirs text-wa-green">{children}</span>
      {label}
    </button>
  )
}
