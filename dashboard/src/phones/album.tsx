import { SendHorizontal, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

type Props = { photos: File[]; onClose: () => void; onSend: (caption: string) => void }

/** The chosen photos before they go, with one caption for all. */
export function Album({ photos, onClose, onSend }: Props) {
  const [caption, setCaption] = useState('')
  return (
    <div role="dialog" aria-modal="true" aria-label="Send photos" className="absolute inset-0 z-20 flex animate-fade flex-col bg-[#0b141a] text-[#e9edef]">
      <button type="button" aria-label="Close" onClick={onClose} className="m-2 grid size-10 place-items-center rounded-full">
        <X aria-hidden />
      </button>
      <div className={`grid min-h-0 flex-1 content-center gap-1 overflow-y-auto px-2 ${photos.length > 1 ? 'grid-cols-2' : ''}`}>
        {photos.map((photo, place) => (
          <Preview key={place} photo={photo} name={`Chosen, number ${place + 1}`} />
        ))}
      </div>
      <form
        className="flex gap-2 p-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSend(caption.trim())
        }}
      >
        <input
          value={caption}
          maxLength={1024}
          aria-label="Caption"
          placeholder="Add a caption…"
          onChange={(event) => setCaption(event.target.value)}
          className="min-h-11 min-w-0 flex-1 rounded-full bg-[#202c33] px-4 placeholder:text-[#9fb0b9]"
        />
        <button type="submit" aria-label="Send photos" className="grid size-11 place-items-center rounded-full bg-[#21c197] text-[#0b141a]">
          <SendHorizontal aria-hidden className="size-5" />
        </button>
      </form>
    </div>
  )
}

/** A photo before it is sent. Drawn rather than linked, so that the page may forbid pictures from elsewhere. */
function Preview({ photo, name }: { photo: File; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const picture = await createImageBitmap(photo)
      if (gone || !canvas.current) return
      canvas.current.width = picture.width
      canvas.current.height = picture.height
      canvas.current.getContext('2d')?.drawImage(picture, 0, 0)
    }
    void draw()
    return () => {
      gone = true
    }
  }, [photo])
  return (
    <figure>
      <canvas ref={canvas} className="max-h-96 w-full rounded-lg object-cover" />
      <figcaption className="sr-only">{name}</figcaption>
    </figure>
  )
}
