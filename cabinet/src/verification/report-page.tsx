// What a signature says, in words: first whether it is valid, then why not, what was signed, and by whom.
import type { Outcome } from '@otinish/eds/code'
import { readLanguage } from '@otinish/eds/command/language'
import type { SignerReport } from '@otinish/eds/report'
import { almatyDate } from '../calendar/almaty.ts'
import { type Fact, Facts } from '../web/components/facts.tsx'
import { Icon, type IconName } from '../web/components/icon.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { Moment } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import type { CheckedFiles } from './check-files.ts'

type Props = { readonly frame: Frame; readonly checked: CheckedFiles }

export function ReportPage({ frame, checked }: Props) {
  const { language, t } = frame
  const words = t.verification.report
  const { outcome, reasons, signers } = checked.report
  return (
    <Page
      frame={frame}
      referrer="none"
      title={words.outcome[outcome]}
      crumbs={[{ text: t.verification.title, href: `/${language}/verify` }, { text: t.verification.files.title }]}
    >
      <h1>{words.outcome[outcome]}</h1>
      <OutcomeLine frame={frame} outcome={outcome} />
      {reasons.length > 0 && <Reasons frame={frame} reasons={reasons} />}
      <Document frame={frame} checked={checked} />
      {signers.map((signer, i) => (
        <Signer frame={frame} signer={signer} title={signers.length > 1 ? words.signer(i + 1) : words.one} />
      ))}
      <p class="footnote">{words.notKept}</p>
      <p>
        <a href={`/${language}/verify`}>{words.another}</a>
      </p>
    </Page>
  )
}

const SIGNS = {
  valid: { icon: 'tick', look: 'executed' },
  invalid: { icon: 'cross', look: 'refused' },
  indeterminate: { icon: 'question', look: 'unclear' },
} as const satisfies Record<Outcome, { icon: IconName; look: string }>

function OutcomeLine({ frame, outcome }: { readonly frame: Frame; readonly outcome: Outcome }) {
  const { icon, look } = SIGNS[outcome]
  return (
    <p class="big">
      <span class={`status ${look}`}>
        <Icon name={icon} /> {frame.t.verification.report.lead[outcome]}
      </span>
    </p>
  )
}

/** The sentences of the command `eds`: whoever checks again with it reads the same. */
function Reasons({ frame, reasons }: { readonly frame: Frame; readonly reasons: CheckedFiles['report']['reasons'] }) {
  const { reason } = readLanguage(frame.language)
  return (
    <>
      <p>{frame.t.verification.report.because}</p>
      <ul>
        {reasons.map(code => (
          <li>{reason[code]}</li>
        ))}
      </ul>
    </>
  )
}

function Document({ frame, checked: { document, sha256, judged } }: Props) {
  const t = frame.t.verification.report.signed
  if (!document) return null
  const facts: readonly Fact[] = [
    ...(judged ? [{ name: t.path, value: <span class="long">{judged.path}</span> }] : []),
    ...(sha256 ? [{ name: t.sha256, value: <span class="long">{sha256}</span> }] : []),
  ]
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t[document]}</p>
      {facts.length > 0 && <Facts facts={facts} />}
      {judged && judged.unchecked > 0 && <p>{t.unchecked(judged.unchecked)}</p>}
    </section>
  )
}

type SignerProps = { readonly frame: Frame; readonly signer: SignerReport; readonly title: string }

function Signer({ frame, signer, title }: SignerProps) {
  return (
    <section>
      <h2>{title}</h2>
      <Facts facts={[...whoSigned(frame, signer), ...whenSigned(frame, signer)]} />
    </section>
  )
}

function whoSigned({ language, t }: Frame, { person, certificate, chain }: SignerReport): readonly Fact[] {
  const words = t.verification.report
  const eds = readLanguage(language)
  const name = [person.commonName, person.patronymic].filter(Boolean).join(' ') || eds.personUnknown
  const day = (iso: string) => formatDate(almatyDate(new Date(iso)), language)
  const roles = certificate?.roles.map(role => eds.role[role]).join(', ') || eds.rolesMissing
  return [
    { name: words.who, value: <PersonName name={name} language={language} />, note: numbersOf(person, eds) },
    { name: words.roles, value: certificate && `${roles}; ${eds.purpose[certificate.purpose]}` },
    { name: words.issuer, value: certificate && <bdi>{chain[1] ?? certificate.issuer}</bdi> },
    { name: words.serial, value: certificate && <span class="long">{certificate.serial}</span> },
    { name: words.validity, value: certificate && `${day(certificate.notBefore)} – ${day(certificate.notAfter)}` },
  ]
}

function numbersOf({ iin, bin }: SignerReport['person'], { iin: iinName, bin: binName }: { iin: string; bin: string }) {
  const said = [iin && `${iinName} ${iin}`, bin && `${binName} ${bin}`].filter(Boolean).join(', ')
  return said || undefined
}

function whenSigned({ language, t }: Frame, signer: SignerReport): readonly Fact[] {
  const words = t.verification.report
  const { signingTime, timestamp, revocation, verifiedAt } = signer
  const moment = (iso: string) => <Moment at={new Date(iso)} language={language} />
  const stamp = timestamp && [words.timestamp[timestamp.outcome === 'valid' ? 'valid' : 'invalid'], timestamp.authority]
  return [
    { name: words.signingTime, value: signingTime ? moment(signingTime) : undefined, note: words.signingTimeNote },
    {
      name: words.timestamp.name,
      value: timestamp ? moment(timestamp.at) : words.timestamp.none,
      note: stamp?.filter(Boolean).join(', '),
    },
    {
      name: words.revocation,
      value: readLanguage(language).revocationStatus[revocation.status],
      note: revocation.source === 'none' ? undefined : revocation.source.toUpperCase(),
    },
    { name: words.judged, value: moment(verifiedAt) },
  ]
}
