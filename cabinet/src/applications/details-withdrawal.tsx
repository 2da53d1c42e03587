// The way to withdraw, a secondary action; or why not and what instead (S-67, S-71 … S-79).
import { almatyTime } from '../calendar/almaty.ts'
import { formatTime } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { roadOf } from './road.ts'
import type { Bar, Details } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function WithdrawalSection({ frame, details }: Props) {
  const { language } = frame
  const t = frame.t.details.withdrawal
  return (
    <section>
      <h2>{t.title}</h2>
      {details.row.withdrawal.allowed ? (
        <Offer frame={frame} details={details} />
      ) : (
        <Bars frame={frame} details={details} bar={details.row.withdrawal.reason} />
      )}
      {details.registration && (
        <p>
          <a href={`/${language}/withdrawals/${encodeURIComponent(details.registration)}`}>{t.result}</a>
        </p>
      )}
    </section>
  )
}

/** The rule is asked again when the signature arrives: what is said here holds for its moment (O-12). */
function Offer({ frame, details }: Props) {
  const { language } = frame
  const t = frame.t.details.withdrawal
  const address = `/${language}/applications/${encodeURIComponent(details.row.application.id)}/withdrawal`
  return (
    <>
      {details.signature?.is === 'rejected' && (
        <div class="notice">
          <p>
            <b>{t.notCounted}</b>
          </p>
          <p>{PROBLEMS[details.signature.code].text[language]}</p>
        </div>
      )}
      <p>
        <b>{t.checked(almatyTime(details.asOf))}</b> {t.allowed}
      </p>
      <p>
        {t.steps} {t.race}
      </p>
      {details.draft && (
        <p>
          {t.ready(formatTime(details.draft.expiresAt))}{' '}
          <a href={`/${language}/withdrawal-drafts/${encodeURIComponent(details.draft.id)}`}>{t.resume}</a>
        </p>
      )}
      <p>
        <a class="secondary" href={address}>
          {t.button}
        </a>
      </p>
    </>
  )
}

/** Where a mistake of the person may be behind the question, what puts it right. */
const MISTAKE: ReadonlySet<Bar> = new Set(['kind-is-final', 'already-executed', 'execution-started'])

function Bars({ frame, details, bar }: Props & { readonly bar: Bar }) {
  const t = frame.t.details
  if (details.row.application.status.is === 'refused') return <p>{t.why['already-refused']}</p> // of whatever kind
  return (
    <>
      <p>{t.why[bar]}</p>
      {MISTAKE.has(bar) && <p>{t.instead[roadOf(details.row.application.kind)]}</p>}
    </>
  )
}
