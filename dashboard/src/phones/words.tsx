import { Marked } from '@/components/marked'

/** The words of a bubble. */
export function Words({ text }: { text: string }) {
  return (
    <p className="min-w-0 flex-1 basis-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
      <Marked text={text} />
    </p>
  )
}
