// A status as a citizen sees it: a sign and the word. Never colour alone, and never the look of a button.
import type { ShownStatus } from '../../applications/application.ts'
import { Icon, type IconName } from './icon.tsx'

export const SIGNS: Readonly<Record<ShownStatus, IconName>> = {
  accepted: 'clock',
  executed: 'tick',
  refused: 'cross',
  withdrawn: 'return',
  unclear: 'question',
}

type Props = { readonly status: ShownStatus; readonly label: string; readonly sign?: typeof Icon }

export function StatusChip({ status, label, sign: Sign = Icon }: Props) {
  return (
    <span class={`status ${status}`}>
      <Sign name={SIGNS[status]} />
      {label}
    </span>
  )
}
