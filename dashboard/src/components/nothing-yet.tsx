import { Card, CardHead } from './card'

/** A chart that has nothing to show in this time, and what would change that. */
export function NothingYet({ title, text, className }: { title: string; text: string; className?: string }) {
  return (
    <Card {...(className === undefined ? {} : { className })}>
      <CardHead title={title} />
      <p className="px-5 pb-5 text-ink-soft">{text}</p>
    </Card>
  )
}
