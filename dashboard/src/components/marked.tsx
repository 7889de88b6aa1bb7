const MARKED = /((?<!\w)\*(?=\S)[^*\n]*?[^*\s]\*(?!\w)|(?<!\w)_(?=\S)[^_\n]*?[^_\s]_(?!\w))/

/** A text with WhatsApp's own marks, *bold* and _slanted_; whatever else is in it stays a text. */
export function Marked({ text }: { text: string }) {
  return text.split(MARKED).map((part, place) => (place % 2 === 0 ? part : <Mark key={place} part={part} />))
}

function Mark({ part }: { part: string }) {
  const inner = part.slice(1, -1)
  return part.startsWith('*') ? <strong>{inner}</strong> : <em>{inner}</em>
}
