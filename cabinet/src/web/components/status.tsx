// A status as a citizen sees it: a sign and the word. Never colour alone, and never the look of a button.
import type { ShownStatus } from '../../applications/application.ts'
import { Icon, type IconName } from './icon.tsx'

const SIGNS: Readonly<Record<ShownStatus, IconName>> = {
  accepted: 'clock',
  executed: 'tick',
  refused: 'cross',
  withdrawn: 'return',
  unclear: 'question',
}

export function StatusChip({ status, label }: { status: ShownStatus; label: string }) {
  return (
    <span class={`status ${status}`}>
      <Icon name={SIGNS[status]} />
      {label}
    </span>
  )
}
