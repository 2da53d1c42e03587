// The page before a withdrawal: what it does to the money and the term, what to do instead, whether it is possible now and what
// it takes. Nothing changes by reading it, nor by the one button on it, which draws up the statement (memo items S-71 … S-79).
import type { SignMethod, WithdrawableId } from '../applications/kinds.ts'
import { isWithdrawable, kindOf } from '../applications/kinds.ts'
import { roadOf } from '../applications/road.ts'
import type { Bar, Details, LiveDraft } from '../applications/view.ts'
import { almatyTime } from '../calendar/almaty.ts'
import type { Standing } from '../service-status/decide.ts'
import { Facts } from '../web/components/facts.tsx'
import { formatDate, formatTime } from '../web/format.ts'
import { formatWhen } from '../web/format-span.ts'
import type { Frame } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { BelowApplication } from './below-application.tsx'
import { addressOfApplication } from './ways-on.ts'

export type BeforeView = {
  readonly details: Pick<Details, 'row' | 'asOf'>
  readonly draft: LiveDraft | undefined
  readonly authority: Standing // the certifying one, who says whether a certificate is revoked
  readonly phone: Standing // eGov Mobile, which calls us
  readonly holdHours: number // so long a signature is held that cannot be checked
}

type Props = { readonly frame: Frame; readonly view: BeforeView }

export function BeforePage({ frame, view }: Props) {
  const { language } = frame
  const t = frame.t.before
  const { application, withdrawal } = view.details.row
  return (
    <BelowApplication frame={frame} application={application} title={t.title}>
      <p class="lead">
        {kindOf(application.kind).name[language]},{' '}
        {frame.t.details.of(application.number, formatDate(application.filedOn, language))}.
      </p>
      {withdrawal.allowed ? (
        <Possible frame={frame} view={view} methods={withdrawal.methods} />
      ) : (
        <Impossible frame={frame} view={view} bar={withdrawal.reason} />
      )}
      <p>
        <a href={`/${language}${addressOfApplication(application.id)}`}>{t.back}</a>
      </p>
    </BelowApplication>
  )
}

function Possible({ frame, view, methods }: Props & { readonly methods: readonly SignMethod[] }) {
  const t = frame.t.before
  const { kind } = view.details.row.application
  const isStopped = frame.visit?.alarmed === true
  return (
    <>
      {isStopped ? (
        <Stopped frame={frame} />
      ) : (
        <section class="standing">
          <p>
            <b>{t.now.yes(almatyTime(view.details.asOf))}</b>
          </p>
          <p>{t.now.race}</p>
        </section>
      )}
      {isWithdrawable(kind) && <Effects frame={frame} kind={kind} />}
      <Means frame={frame} view={view} methods={methods} />
      {!isStopped && <Begin frame={frame} view={view} />}
    </>
  )
}

/** What to know before one decides. */
function Effects({ frame, kind }: { readonly frame: Frame; readonly kind: WithdrawableId }) {
  const t = frame.t.before
  const { withdrawal } = kindOf(kind)
  const words = t.kind[kind]
  return (
    <section>
      <h2>{t.effects}</h2>
      <Facts
        facts={[
          { name: t.fact.money, value: words.money },
          { name: t.fact.term, value: t.term },
          { name: t.fact.again, value: withdrawal.possible ? t.again[withdrawal.again] : undefined },
          { name: t.fact.instead, value: words.instead },
        ]}
      />
      <ul>
        {t.rules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
    </section>
  )
}

/** What one needs, and whether those who take part in it answer at present. */
function Means({ frame, view, methods }: Props & { readonly methods: readonly SignMethod[] }) {
  const t = frame.t.before
  return (
    <section>
      <h2>{t.means}</h2>
      {methods.length > 1 && <p>{t.oneOf}</p>}
      <ul>
        {methods.map(method => (
          <li>{t.needs[method]}</li>
        ))}
      </ul>
      <h3>{t.ready}</h3>
      <Facts
        facts={[
          { name: t.part.authority, value: authorityWords(frame, view) },
          { name: t.part.phone, value: methods.includes('qr') ? phoneWords(frame, view.phone) : undefined },
        ]}
      />
    </section>
  )
}

/** While it is silent a signature is held and nothing is lost: said before, not after. */
function authorityWords({ language, t }: Frame, { authority, holdHours }: BeforeView): string {
  const { answers, silent, unknown } = t.before.authority
  if (authority.is === 'works') return answers(formatWhen(authority.at, language))
  if (authority.is === 'fails') return silent(formatWhen(authority.since, language), holdHours)
  return unknown(holdHours)
}

function phoneWords({ language, t }: Frame, phone: Standing): string {
  const { seen, unknown } = t.before.phone
  return phone.is === 'works' ? seen(formatWhen(phone.at, language)) : unknown
}

/** One button. Whoever began already goes on with what is drawn up. */
function Begin({ frame, view: { details, draft } }: Props) {
  const { language } = frame
  const t = frame.t.before
  if (draft)
    return (
      <section>
        <p>{t.resume.text(formatTime(draft.expiresAt))}</p>
        <p>
          <a class="primary" href={`/${language}/withdrawal-drafts/${encodeURIComponent(draft.id)}`}>
            {t.resume.button}
          </a>
        </p>
      </section>
    )
  return (
    <form
      class="act"
      method="post"
      action={`/${language}/applications/${encodeURIComponent(details.row.application.id)}/withdrawal`}
    >
      <p>{t.prepare.text}</p>
      <button type="submit" class="primary">
        {t.prepare.button}
      </button>
    </form>
  )
}

/** The person has said «бұл мен емес»: nothing is drawn up until they say that it is them. */
function Stopped({ frame: { language, t } }: { readonly frame: Frame }) {
  return (
    <section class="standing">
      <p>
        <b>{t.before.now.stopped}</b>
      </p>
      <p>{PROBLEMS['withdrawals-stopped'].text[language]}</p>
      <p>
        <a class="primary" href={`/${language}/protection`}>
          {t.shield.banner.more}
        </a>
      </p>
    </section>
  )
}

function Impossible({ frame, view, bar }: Props & { readonly bar: Bar }) {
  const { details: t, before } = frame.t
  const { application } = view.details.row
  return (
    <>
      <section class="standing">
        <p>
          <b>{before.now.no(almatyTime(view.details.asOf))}</b>
        </p>
        <p>{t.why[bar]}</p>
      </section>
      {NO_NEED.has(bar) ? null : (
        <section>
          <h2>{before.fact.instead}</h2>
          <p>{t.instead[roadOf(application.kind)]}</p>
        </section>
      )}
      <p>{before.now.ask}</p>
    </>
  )
}

/** Where nothing is to be done in place of it. */
const NO_NEED: ReadonlySet<Bar> = new Set([
  ...(['already-refused', 'already-withdrawn'] as const),
  ...(['withdrawal-being-checked', 'status-unclear'] as const),
])
