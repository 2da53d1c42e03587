// For tests: invariant I5. What happened to applications, as the tables have it, and the record of acts say the same: every act
// has its line, no line is of an act that did not happen, and the record, sealed to its end, is a chain that verifies.
import { sealAudit } from '../../audit/seal.ts'
import { verifyAudit } from '../../audit/verify.ts'
import type { Sql } from '../../database/sql.ts'

type Uneven = {
  readonly act: string
  readonly iin: string
  readonly application: string | null
  readonly happened: number
  readonly lines: number
}

/** What is wrong, a sentence each; none when all is well. Seals what waits, so it is asked once, in the end. */
export async function checkRecord(sql: Sql): Promise<string[]> {
  const faults = (await findUneven(sql)).map(
    ({ act, iin, application, happened, lines }) =>
      `I5: ${act} of ${application ?? iin} happened ${happened} times and has ${lines} lines`,
  )
  await sealAudit(sql)()
  const verdict = await verifyAudit(sql)()
  if (verdict.is === 'broken') faults.push(`I5: the chain is broken at ${verdict.line}: ${verdict.why}`)
  else if (verdict.waiting > 0) faults.push(`I5: ${verdict.waiting} lines are on no chain`)
  return faults
}

/** By person and application. A phone's acts are about a person; a signature that came too late has one line for both acts. */
function findUneven(sql: Sql): Promise<Uneven[]> {
  return sql<Uneven[]>`
    with happened as (
      select 'application-received' as act, iin, id as application from application
      union all select 'draft-made', iin, application from withdrawal_draft
      union all select 'withdrawal-signed', iin, application from withdrawal_signature
      union all select 'withdrawal-rejected', iin, application from withdrawal_signature where state = 'rejected'
      union all select 'withdrawn', iin, application from withdrawal
      union all select 'withdrawn: the core is told', a.iin, a.id
        from outbox o join application a on a.id = o.application where o.topic = 'application.withdrawn'
      union all select 'claimed', iin, application from timeline_event where event = 'execution-started'
      union all select 'claim-released', iin, application from timeline_event where event = 'execution-released'
      union all select 'status-reported', iin, id from application where state in ('executed', 'refused')
      union all select 'qr-document-given', d.iin, d.application
        from qr_operation o join withdrawal_draft d on d.id = o.draft, generate_series(1, o.given)
      union all select 'qr-signed', signer, null from qr_operation where signer is not null
      union all select 'qr-declined', null, null from qr_operation where state = 'declined'
      union all select 'qr-refused', null, null from qr_operation where state = 'failed'
    ), told as (
      select act, iin, application from audit_event
       where act in ('application-received', 'draft-made', 'withdrawal-signed', 'withdrawal-rejected', 'withdrawn', 'claimed',
                     'claim-released', 'status-reported', 'qr-document-given', 'qr-signed', 'qr-declined', 'qr-refused')
      union all select 'withdrawal-rejected', iin, application from audit_event
       where act = 'withdrawal-signed' and outcome <> 'received'
      union all select 'withdrawn: the core is told', iin, application from audit_event where act = 'withdrawn'
    )
    select act, iin, application, sum(happened)::int as happened, sum(lines)::int as lines
      from (select *, 1 as happened, 0 as lines from happened union all select *, 0, 1 from told) sides
     group by act, iin, application having sum(happened) <> sum(lines)`
}
