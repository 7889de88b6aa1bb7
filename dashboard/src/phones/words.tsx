const MARKED = /(\*[^*\n]+\*|_[^_\n]+_)/

/** A text with WhatsApp's own marks: *bold* and _slanted_. */
export function Words({ text }: { text: string }) {
  return (
    <p className="min-w-0 flex-1 basis-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text.split(MARKED).map((part, place) => (
        <Part key={place} part={part} />
      ))}
    </p>
  )
}

function Part({ part }: { part: string }) {
  if (!MARKED.test(part) || part.length < 3) return part
  const inner = part.slice(1, -1)
  return part.startsWith('*') ? <strong>{inner}</strong> : <em>{inner}</em>
}
