// The ways on from the page that waits for the phone: a new code, another way, or leaving it.
import type { Shown } from './page.tsx'

type Props = { readonly shown: Shown; readonly cancel?: true }

export function Ways({ shown, cancel }: Props) {
  const { frame, id, operation, purpose } = shown
  const { language } = frame
  const t = frame.t.qrSigning
  return (
    <div class="actions qr-ways">
      <form method="post" action={`/${language}/qr`}>
        <input type="hidden" name="purpose" value={operation.purpose} />
        {operation.next && <input type="hidden" name="next" value={operation.next} />}
        <input type="hidden" name="instead" value={id} />
        <button type="submit" class={cancel ? 'secondary' : 'primary'}>
          {t.newCode}
        </button>
      </form>
      {cancel ? (
        <form method="post" action={`/${language}/qr/${id}/cancellation`}>
          <button type="submit" class="plain">
            {t.cancel}
          </button>
        </form>
      ) : (
        <a href={startAddress(language, purpose.startsAt, operation.next)}>{t.otherWay}</a>
      )}
    </div>
  )
}

/** Where it was begun, so that one comes to the same page afterwards by another way. */
export function startAddress(language: string, startsAt: string, next: string | undefined): string {
  return `/${language}${startsAt}${next ? `?next=${encodeURIComponent(next)}` : ''}`
}
