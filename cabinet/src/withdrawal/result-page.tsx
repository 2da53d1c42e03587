// The withdrawal is registered: what was done, when to the second, with which certificate, and what to keep (S-78, O-17).
import { kindOf } from '../applications/kinds.ts'
import { almatyDate } from '../calendar/almaty.ts'
import { Facts } from '../web/components/facts.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment, MomentIn } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import type { Registration } from './withdrawal.ts'

type Props = { readonly frame: Frame; readonly registration: Registration }
type ResultProps = Props & { readonly signer: string | undefined } // undefined: erased, as the law may ask

export function ResultPage({ frame, registration, signer }: ResultProps) {
  const { language } = frame
  const t = frame.t.withdrawal.result
  const { application } = registration
  const kind = kindOf(application.kind)
  const downloads = `/api/v1/withdrawals/${encodeURIComponent(registration.number)}`
  const take = frame.t.evidence.download
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { text: frame.t.applications.short, href: `/${language}/applications` },
        { text: frame.t.chrome.number(registration.number) },
      ]}
    >
      <Outcome frame={frame} registration={registration} />
      <p>
        <a class="primary" href={`${downloads}/receipt`} download>
          {take.receipt}
        </a>
      </p>
      <section>
        <h2>{t.next}</h2>
        <p>
          {frame.t.withdrawal.consequence[kind.family]} {t.nothing}
        </p>
      </section>
      <section class="taken-away">
        <h2>{t.keep}</h2>
        <p>{take.archiveFor}</p>
        <ul class="documents">
          <Download text={take.archive} verb={frame.t.details.download} href={`${downloads}/evidence`} type="ZIP" />
          <Download text={t.statement} verb={frame.t.details.download} href={`${downloads}/statement`} type="PDF" />
          <Download text={t.signature} verb={frame.t.details.download} href={`${downloads}/signature`} type="CMS" />
        </ul>
      </section>
      <FileAgain frame={frame} registration={registration} />
      <Certificate frame={frame} registration={registration} signer={signer} />
      <p>
        <a href={`/${language}/applications/${encodeURIComponent(application.id)}`}>{t.toApplication}</a>
      </p>
    </Page>
  )
}

/** The result for one whose session ended while signing: the facts that the signature itself proves, and the way back in. */
export function SignedOutResultPage({ frame, registration, signIn }: Props & { readonly signIn: string }) {
  const t = frame.t.withdrawal.result
  return (
    <Page frame={frame} title={t.title}>
      <Outcome frame={frame} registration={registration} />
      <p>{t.signedOut}</p>
      <p>
        <a href={signIn}>{frame.t.chrome.problem.toSignIn}</a>
      </p>
    </Page>
  )
}

function Outcome({ frame, registration }: Props) {
  const { language } = frame
  const t = frame.t.withdrawal.result
  const { application } = registration
  const name = kindOf(application.kind).name[language]
  return (
    <>
      <h1>{t.title}</h1>
      <p class="big">
        <StatusChip status="withdrawn" label={frame.t.applications.status.withdrawn} />
      </p>
      <p class="lead">{t.summary(name, application.number, formatDate(application.filedOn, language))}</p>
      <Facts
        facts={[
          { name: t.number, value: <b>{registration.number}</b> },
          { name: t.receivedAt, value: <Moment at={registration.receivedAt} language={language} /> },
          { name: t.registeredAt, value: <Moment at={registration.registeredAt} language={language} /> },
          { name: t.method, value: t.methods[registration.method] },
        ]}
      />
    </>
  )
}

/** Which form of the fund it is, where, and from which day on (PEERS §5). */
function FileAgain({ frame: { language, t }, registration }: Props) {
  const { title, form, where, from } = t.evidence.again
  const { name, withdrawal } = kindOf(registration.application.kind)
  if (!withdrawal.possible) return null
  return (
    <section>
      <h2>{title}</h2>
      <p>{form(name[language])}</p>
      <p>
        {where}: <a href={withdrawal.form}>{new URL(withdrawal.form).host}</a>.{' '}
        {from(formatDate(almatyDate(registration.registeredAt), language))}
      </p>
      {withdrawal.again === 'once-a-year' && <p>{t.before.again['once-a-year']}</p>}
    </section>
  )
}

function Certificate({ frame, registration, signer }: ResultProps) {
  const { language } = frame
  const t = frame.t.withdrawal.result
  const { certificate, revocation, timestamp } = registration
  return (
    <section>
      <h2>{t.certificate}</h2>
      <Facts
        facts={[
          { name: t.owner, value: signer && <PersonName name={signer} language={language} /> },
          { name: t.issuer, value: <PersonName name={certificate.issuer} language={language} /> },
          { name: t.serial, value: <span class="long">{certificate.serial}</span> },
          { name: t.algorithm, value: t.algorithms[certificate.algorithm] ?? certificate.algorithm },
          { name: t.notAfter, value: <DateOf iso={almatyDate(certificate.notAfter)} language={language} /> },
          {
            name: t.timestamp,
            value: timestamp && <Moment at={timestamp.at} language={language} />,
            note: timestamp?.authority,
          },
        ]}
      />
      {revocation && (
        <p class="notice">
          <MomentIn text={t.revocation[revocation.source]} at={revocation.at} language={language} />
        </p>
      )}
    </section>
  )
}

function Download({ text, verb, href, type }: { text: string; verb: string; href: string; type: string }) {
  return (
    <li>
      {text}
      <a href={href} download>
        {verb}
        <span class="unseen">: {text}</span> ({type})
      </a>
    </li>
  )
}
