// That an application was withdrawn, for anybody who has the number and the code: facts, and of the person the initials.
import { kindOf } from '../applications/kinds.ts'
import { Facts } from '../web/components/facts.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { Moment } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { CheckedWithdrawal } from './check-withdrawal.ts'

type Props = { readonly frame: Frame; readonly withdrawal: CheckedWithdrawal }

export function CheckedWithdrawalPage({ frame, withdrawal }: Props) {
  const { language, t } = frame
  const words = t.verification.withdrawal
  return (
    <Page
      frame={frame}
      referrer="none"
      title={words.found}
      crumbs={[{ text: t.verification.title, href: `/${language}/verify` }, { text: words.title }]}
    >
      <h1>{words.found}</h1>
      <p class="big">
        <StatusChip status="withdrawn" label={t.applications.status.withdrawn} />
      </p>
      <p>{words.foundLead}</p>
      <p>{words.compare}</p>
      <Said frame={frame} withdrawal={withdrawal} />
      <p class="footnote">{words.hidden}</p>
      <p>
        <a href={`/${language}/verify`}>{words.another}</a>
      </p>
    </Page>
  )
}

function Said({ frame, withdrawal }: Props) {
  const { language, t } = frame
  const { fact } = t.verification.withdrawal
  const { initials, stampedAt } = withdrawal
  const moment = (at: Date) => <Moment at={at} language={language} />
  return (
    <Facts
      facts={[
        { name: fact.registration, value: <b>{withdrawal.number}</b> },
        { name: t.verification.fact.initials, value: initials && <PersonName name={initials} language={language} /> },
        { name: t.verification.fact.kind, value: kindOf(withdrawal.kind).name[language] },
        { name: fact.ofApplication, value: withdrawal.ofApplication },
        { name: fact.receivedAt, value: moment(withdrawal.receivedAt) },
        { name: fact.registeredAt, value: moment(withdrawal.registeredAt) },
        { name: fact.method, value: t.withdrawal.result.methods[withdrawal.method] },
        { name: fact.issuer, value: <PersonName name={withdrawal.issuer} language={language} /> },
        { name: fact.stampedAt, value: stampedAt && moment(stampedAt) },
      ]}
    />
  )
}
