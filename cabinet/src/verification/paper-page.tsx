// What a paper with a code says, and whether that still holds: for anybody who has the paper.
import { kindOf } from '../applications/kinds.ts'
import type { CheckedPaper } from '../documents/check-paper.ts'
import { Facts } from '../web/components/facts.tsx'
import { Icon } from '../web/components/icon.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'

export function CheckedPaperPage({ frame, paper }: { readonly frame: Frame; readonly paper: CheckedPaper }) {
  const { language, t } = frame
  const words = t.verification
  return (
    <Page
      frame={frame}
      referrer="none"
      title={words.found}
      crumbs={[{ text: words.title, href: `/${language}/verify` }, { text: t.documents.paper.name[paper.paper] }]}
    >
      <h1>{words.found}</h1>
      <Standing frame={frame} paper={paper} />
      {!paper.certificate && <p>{words.standsNotSaid}</p>}
      <p>{words.compare}</p>
      <Said frame={frame} paper={paper} />
      <p class="footnote">{words.hidden}</p>
      <p>
        <a href={`/${language}/verify`}>{words.another}</a>
      </p>
    </Page>
  )
}

function Standing({ frame, paper }: { readonly frame: Frame; readonly paper: CheckedPaper }) {
  const t = frame.t.verification
  if (paper.stands)
    return (
      <p class="big">
        {paper.certificate ? (
          <span class="status executed">
            <Icon name="tick" /> {t.same[paper.paper]}
          </span>
        ) : (
          <span class="status">{t.same[paper.paper]}</span>
        )}
      </p>
    )
  return (
    <>
      <p class="big">
        <span class="status unclear">
          <Icon name="alert" /> {t.changed[paper.paper]}
        </span>
      </p>
      <p>{t.askAnew}</p>
    </>
  )
}

function Said({ frame, paper }: { readonly frame: Frame; readonly paper: CheckedPaper }) {
  const { language, t } = frame
  const { fact } = t.verification
  const { certificate } = paper
  return (
    <Facts
      facts={[
        { name: fact.paper, value: t.documents.paper.name[paper.paper] },
        { name: fact.certificate, value: certificate?.number },
        { name: fact.initials, value: <PersonName name={paper.initials} language={language} /> },
        { name: fact.kind, value: kindOf(paper.kind).name[language] },
        { name: fact.number, value: paper.number },
        { name: fact.filedOn, value: <DateOf iso={paper.filedOn} language={language} /> },
        {
          name: fact.status,
          value: certificate && (
            <StatusChip status={certificate.status} label={t.applications.status[certificate.status]} />
          ),
        },
        { name: fact.asOf, value: <Moment at={paper.asOf} language={language} /> },
        {
          name: fact.validUntil,
          value: certificate && t.documents.paper.until(formatDate(certificate.validUntil, language)),
        },
      ]}
    />
  )
}
