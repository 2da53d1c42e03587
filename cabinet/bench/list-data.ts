// Synthetic applications for the benchmark of the list: made by SQL inside the database, the same ones every time.
import { KIND_IDS } from '../src/applications/kinds.ts'
import type { Sql } from '../src/database/sql.ts'

/** Whose lists are measured: an impossible IIN (month 13) for each number of rows. */
export const PERSONS = [1, 25, 101, 1_000, 10_000].map((rows, i) => ({ rows, iin: `99134000000${i}` }))

const CROWD = 60_130_000_000 // the first of all the others, who have three applications each
const DAYS = 3_650 // of filing, until the end of November 2026

/** Fills empty tables. Triggers are off meanwhile; the rows of the list are derived in one go, as its migration does. */
export async function makeApplications(sql: Sql, count: number): Promise<void> {
  const measured = PERSONS.reduce((sum, { rows }) => sum + rows, 0)
  await sql.begin(async tx => {
    await tx`set local session_replication_role = replica`
    for (const { iin, rows } of PERSONS) await tx.unsafe(insertApplications(`'${iin}'`, { prefix: `m${rows}-`, rows }))
    await tx.unsafe(
      insertApplications(`lpad((${CROWD} + n / 3)::text, 12, '0')`, { prefix: 'c-', rows: count - measured }),
    )
    await tx`
      insert into application_directory (id, iin, series, number) select id, iin, series, number from application`
    await tx`
      insert into operation (iin, application, position, done_on, amount, contract_type, status)
      select iin, id, position, filed_on + 30 * position, 1000, 'mandatory', 'executed'
        from application, generate_series(1, 2) position where state = 'executed' and hashtext(id) % 50 = 0`
    await tx`
      insert into application_deadline (iin, application, due_on, promised_on, calendar_version, promised_version, counted_at)
      select iin, id, filed_on + 14, filed_on + 14, newest.version, newest.version, filed_on
        from application, (select max(version) as version from calendar_version) newest`
    await tx`insert into list_row select * from list_row_derived`
    await tx`insert into list_count select * from list_count_derived`
  })
  await sql`vacuum (analyze) application, operation, application_deadline, list_row, list_count`
}

/** Ten years of filing in the order of the numbers; of a hundred eighty are executed and some stand in each other state. */
function insertApplications(iin: string, { prefix, rows }: { readonly prefix: string; readonly rows: number }): string {
  const kinds = KIND_IDS.map(id => `'${id}'`).join(', ')
  return `
    insert into application (iin, id, series, number, number_key, kind, contract_types, filed_on, received_at, amount, state,
                             version, changed_at, synced_at, intake_digest, closed_on, refusal, registration, withdrawn_at)
    select ${iin}, '${prefix}' || n, '${prefix}series', n::text, n::text,
           (array[${kinds}])[1 + abs(hashint4(n)) % ${KIND_IDS.length}], array['mandatory'], day, day + time '10:00', 5500000, state,
           1, day, day, '\\x00', case when state in ('executed', 'refused') then day + 5 end,
           case when state = 'refused' then jsonb_build_object('code', 'x', 'text', '{"kk":"x","ru":"x","en":"x"}'::jsonb,
             'next', null, 'appealUntil', (day + 95)::text) end,
           case when state = 'withdrawn' then n || '-ОЖ' end, case when state = 'withdrawn' then day::timestamptz end
      from generate_series(1, ${rows}) n,
           lateral (select date '2026-11-28' - ((${rows} - n)::bigint * ${DAYS} / ${rows})::integer as day,
                           case abs(hashint4(n + 7)) % 100 when 0 then 'unclear' when 1 then 'accepted' when 2 then 'accepted'
                             when 3 then 'accepted' else case when abs(hashint4(n + 7)) % 100 < 12 then 'refused'
                               when abs(hashint4(n + 7)) % 100 < 20 then 'withdrawn' else 'executed' end end as state) made`
}
