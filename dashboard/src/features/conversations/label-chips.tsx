import type { LabelChip } from '@/api/types'
import { Chip } from '@/components/chip'

/** The shop's own words on a chat. */
export function LabelChips({ labels }: { labels: readonly LabelChip[] }) {
  return labels.map((label) => <Chip key={label.id} tone={label.tone}>{label.name}</Chip>)
}
