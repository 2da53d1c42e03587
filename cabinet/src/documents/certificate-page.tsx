// A certificate has been issued: what it says, how to save it, who can check it and what they see.
import { Facts } from '../web/components/facts.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { Moment } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import type { IssuedCertificate } from './read-certificate.ts'
import { grouped } from './readable-code.ts'

type Props = { readonly frame: Frame; readonly id: string; readonly certificate: IssuedCertificate }

export function CertificatePage({ frame, id, certificate }: Props) {
  const { language, t } = frame
  const { issued, paper } = t.documents
  const { application, number, language: written } = certificate.facts
  const back = `/${language}/applications/${encodeURIComponent(id)}`
  return (
    <Page
      frame={frame}
      title={issued.title}
      crumbs={[
        { text: t.applications.short, href: `/${language}/applications` },
        { text: t.chrome.number(application.number), href: back },
        { text: t.documents.certificate.title },
      ]}
    >
      <h1>{issued.title}</h1>
      <p class="lead">{paper.certificateOf(application.number)}</p>
      <p>
        <a class="primary" href={`${back}/certificates/${encodeURIComponent(number)}/pdf`} hreflang={written} download>
          {issued.download} (PDF)
        </a>
      </p>
      <Said frame={frame} certificate={certificate} />
      <h2>{issued.check}</h2>
      <p>
        {issued.checkLead}{' '}
        <a href={`/${language}/verify`}>
          {frame.site.replace(/^https?:\/\//, '')}/{language}/verify
        </a>
      </p>
      <p>{issued.seen}</p>
      <p>{issued.again}</p>
      <p>
        <a href={back}>{t.chrome.problem.toApplication}</a>
      </p>
    </Page>
  )
}

function Said({ frame, certificate: { facts, code } }: Omit<Props, 'id'>) {
  const { language, t } = frame
  const { issued, paper } = t.documents
  const { status } = facts.standing
  return (
    <Facts
      facts={[
        { name: paper.line.status, value: <StatusChip status={status} label={t.applications.status[status]} /> },
        { name: paper.line.asOf, value: <Moment at={new Date(facts.asOf)} language={language} /> },
        { name: paper.line.certificate, value: facts.number },
        { name: issued.code, value: <span class="paper-code">{grouped(code)}</span> },
        { name: paper.line.validUntil, value: paper.until(formatDate(facts.validUntil, language)) },
      ]}
    />
  )
}
