// The ways on from the page that waits for the phone: a new code, another way, or leaving it.
import type { Operation, OperationFacts } from './operation.ts'
import type { Shown } from './page.tsx'
import type { QrPurpose } from './purpose.ts'

type Props = { readonly shown: Shown; readonly cancel?: true }

export function Ways({ shown, cancel }: Props) {
  const { frame, id, operation, purpose } = shown
  const { language } = frame
  const t = frame.t.qrSigning
  return (
    <div class="actions qr-ways">
      {!operation.overtaken && (
        <form method="post" action={`/${language}${operation.draft ? addressOfDraft(operation.draft) : ''}/qr`}>
          <Fields operation={operation} id={id} />
          <button type="submit" class={cancel ? 'secondary' : 'primary'}>
            {t.newCode}
          </button>
        </form>
      )}
      {cancel ? (
        <form method="post" action={`/${language}/qr/${id}/cancellation`}>
          <button type="submit" class="plain">
            {t.cancel}
          </button>
        </form>
      ) : (
        !operation.draft && <a href={startAddress(language, purpose, operation)}>{t.otherWay}</a>
      )}
      {operation.draft && (
        <a href={startAddress(language, purpose, operation)}>
          {operation.overtaken ? frame.t.phoneSigning.toStatement : frame.t.phoneSigning.byEds}
        </a>
      )}
    </div>
  )
}

/** What a new code is for. Whoever had one for a statement has agreed to it. */
function Fields({ operation: { purpose, next, draft }, id }: { operation: Operation; id: string }) {
  if (draft) return <input type="hidden" name="agree" value="yes" />
  return (
    <>
      <input type="hidden" name="purpose" value={purpose} />
      {next && <input type="hidden" name="next" value={next} />}
      <input type="hidden" name="instead" value={id} />
    </>
  )
}

/** Where it was begun, so that one comes to the same page afterwards by another way. */
export function startAddress(language: string, { startsAt }: QrPurpose, { draft, next }: OperationFacts): string {
  if (draft) return `/${language}${addressOfDraft(draft)}`
  return `/${language}${startsAt}${next ? `?next=${encodeURIComponent(next)}` : ''}`
}

function addressOfDraft(draft: string): string {
  return `/withdrawal-drafts/${encodeURIComponent(draft)}`
}
