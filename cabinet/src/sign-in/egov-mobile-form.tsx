// The way to the phone: one press, and the page with the code for eGov Mobile opens (memo item S-26).
import type { Frame } from '../web/page.tsx'
import type { Purpose } from './purpose.ts'

type Props = {
  readonly frame: Frame
  readonly purpose: Purpose
  readonly next?: string | undefined
  readonly button: string
}

export function EgovMobileForm({ frame, purpose, next, button }: Props) {
  return (
    <form method="post" action={`/${frame.language}/qr`}>
      <input type="hidden" name="purpose" value={purpose} />
      {next && <input type="hidden" name="next" value={next} />}
      <button type="submit" class="primary">
        {button}
      </button>
    </form>
  )
}
