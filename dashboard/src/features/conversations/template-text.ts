type Texts = { header: string; body: string; footer: string }

const GAP = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g
const onOneLine = (text: string): string => text.split(/\s+/).join(' ').trim()

/** What she reads of a template: its gaps filled on one line as WhatsApp wants it, empty ones shown as dots. */
export function filledIn(template: Texts, values: Record<string, string>): string {
  const shown = (part: string) => part.replaceAll(GAP, (_, name: string) => onOneLine(values[name] ?? '') || '…')
  return [template.header, template.body, template.footer].map(shown).filter((part) => part !== '').join('\n')
}

/** Whether every gap has words. */
export function isFilled(gaps: readonly { name: string }[], values: Record<string, string>): boolean {
  return gaps.every((gap) => onOneLine(values[gap.name] ?? '') !== '')
}
