import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { sign } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { freshDatabase } from './fresh-database.ts'

const DENIED = /permission denied/
const ONLY_ADDED = [
  ...(['audit_event', 'timeline_event', 'sent_document'] as const),
  ...(['withdrawal', 'withdrawal_evidence', 'withdrawal_draft', 'person_key'] as const),
]

/** A service whose tables all have rows: one application was withdrawn. */
async function used() {
  const service = await testService()
  const { browser, store, draft, pdf } = await withDraft(service)
  await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
  return service.database
}

describe('the role of the service', () => {
  it('adds to the record of acts, the timeline, the withdrawals and their evidence, but changes nothing in them', async () => {
    const { sql } = await used()
    for (const table of ONLY_ADDED)
      for (const act of [`update ${table} set iin = iin`, `delete from ${table}`, `truncate ${table}`])
        await expect(sql.unsafe(act), act).rejects.toThrow(DENIED)
  })

  it('has the acts sealed, but writes neither links nor what waits for them, and gives no line its position', async () => {
    const { sql } = await used()
    await sql`select seal_audit(10)`
    for (const act of [
      'update audit_link set line = line',
      'delete from audit_link',
      'truncate audit_link',
      "insert into audit_link (ordinal, line, hash) values (99, 1, sha256('x'))",
      'delete from audit_unsealed',
      'insert into audit_unsealed values (99)',
      "insert into audit_event (position, at, act, actor_kind, outcome) values (1000, now(), 'signed-in', 'person', 'x')",
      'alter table audit_event disable trigger all',
      'create or replace function seal_audit(most integer) returns void language sql as $$ $$',
      "set session_replication_role = 'replica'",
    ])
      await expect(sql.unsafe(act), act).rejects.toThrow(/permission denied|must be owner/)
  })

  it('reads the rows of the lists and their counts, which the database alone keeps', async () => {
    const { sql } = await used()
    expect(await sql`select status from list_row`).toEqual([{ status: 'withdrawn' }])
    for (const table of ['list_row', 'list_count'])
      for (const act of [
        `update ${table} set iin = iin`,
        `delete from ${table}`,
        `insert into ${table} select * from ${table}`,
      ])
        await expect(sql.unsafe(act), act).rejects.toThrow(DENIED)
    for (const act of ["select keep_list('801332400126', 'a-1')", 'table list_row_derived', 'table list_count_derived'])
      await expect(sql.unsafe(act), act).rejects.toThrow(DENIED)
  })

  it('decides a signature but cannot change what was sent', async () => {
    const { sql } = await used()
    for (const column of ['cms', 'cms_sha256', 'received_at', 'give_up_at', 'draft', 'iin'])
      await expect(sql.unsafe(`update withdrawal_signature set ${column} = ${column}`), column).rejects.toThrow(DENIED)
    await expect(sql`delete from withdrawal_signature`).rejects.toThrow(DENIED)
  })

  it('can neither change whose an application is nor remove it, nor make itself a key', async () => {
    const { sql } = await used()
    for (const act of [
      'update application set iin = iin',
      'update application set kind = kind',
      'delete from application',
      'update application_directory set iin = iin',
      'delete from application_directory',
      "insert into core_key (name, hash, scopes, made_at) values ('x', '\\x00', '{}', now())",
      'update core_key set revoked_at = null',
      'create table mine (x int)',
      'alter table application disable trigger all',
      'delete from schema_migration',
    ])
      await expect(sql.unsafe(act), act).rejects.toThrow(/permission denied|must be owner/)
  })
})

it('the service has no right on a table that the migrations do not name', async () => {
  const { owner } = await freshDatabase()
  const rights = await owner`
    select table_name, string_agg(privilege_type, ' ' order by privilege_type) as rights
      from information_schema.table_privileges
     where grantee = 'otinish_service' and table_schema = 'public' group by table_name order by table_name`
  expect(Object.fromEntries(rights.map(row => [row['table_name'], row['rights']]))).toEqual({
    account: 'INSERT SELECT',
    alarm: 'DELETE INSERT SELECT',
    alert_code: 'DELETE INSERT SELECT',
    application: 'INSERT SELECT',
    application_deadline: 'DELETE INSERT SELECT UPDATE',
    application_directory: 'INSERT SELECT',
    audit_event: 'SELECT',
    audit_link: 'SELECT',
    audit_unsealed: 'SELECT',
    calendar_recount: 'SELECT',
    calendar_version: 'SELECT',
    contact_change: 'DELETE INSERT SELECT',
    core_key: 'SELECT',
    delivery: 'DELETE INSERT SELECT',
    device: 'DELETE INSERT SELECT',
    evidence_due: 'DELETE INSERT SELECT',
    evidence_keeper: 'SELECT',
    evidence_leaf: 'INSERT SELECT',
    evidence_root: 'INSERT SELECT',
    evidence_stamp: 'INSERT SELECT',
    kind_statistics: 'DELETE INSERT SELECT',
    list_count: 'SELECT',
    list_row: 'SELECT',
    maintenance: 'SELECT',
    message: 'INSERT SELECT',
    one_time_code: 'DELETE INSERT SELECT',
    operation: 'DELETE INSERT SELECT UPDATE',
    outbox: 'INSERT SELECT',
    paper: 'INSERT SELECT',
    outside_state: 'INSERT SELECT',
    person: 'INSERT SELECT UPDATE',
    person_key: 'INSERT SELECT',
    processed_status_event: 'INSERT SELECT',
    qr_answer: 'INSERT SELECT',
    qr_document: 'INSERT SELECT',
    qr_operation: 'DELETE INSERT SELECT',
    recovery: 'DELETE INSERT SELECT',
    registration: 'DELETE INSERT SELECT',
    registration_directory: 'SELECT',
    schema_migration: 'SELECT',
    sent_document: 'INSERT SELECT',
    session: 'DELETE INSERT SELECT',
    sign_in_challenge: 'DELETE INSERT SELECT',
    statistics_round: 'SELECT',
    throttle: 'DELETE INSERT SELECT',
    timeline_event: 'INSERT SELECT',
    withdrawal: 'INSERT SELECT',
    withdrawal_draft: 'INSERT SELECT',
    withdrawal_evidence: 'INSERT SELECT',
    withdrawal_signature: 'INSERT SELECT',
  })
})

it('the service has no right on a column that the migrations do not name', async () => {
  const { owner } = await freshDatabase()
  const rights = await owner`
    with whole as materialized (
      select table_name || ' ' || privilege_type as what
        from information_schema.table_privileges where grantee = 'otinish_service')
    select table_name || ' ' || privilege_type as what, string_agg(column_name, ' ' order by column_name) as columns
      from information_schema.column_privileges
     where grantee = 'otinish_service' and table_name || ' ' || privilege_type not in (select what from whole)
     group by 1 order by 1`
  expect(Object.fromEntries(rights.map(row => [row['what'], row['columns']]))).toEqual({
    'account UPDATE': 'choices language mail mail_since password_hash password_since phone phone_since',
    'alarm UPDATE': 'disputed raised_at',
    'alert_code UPDATE': 'used_at',
    'application UPDATE':
      'amount changed_at claim claimed_at closed_on contract_types counterparty filed_on intake_digest operator_release ' +
      'purpose received_at refusal registration signature signature_received_at state synced_at version withdrawn_at',
    'audit_event INSERT': 'act actor actor_kind application at iin outcome request',
    'calendar_recount UPDATE': 'earlier finished_at gained later reached_id reached_iin same',
    'contact_change UPDATE': 'code',
    'delivery UPDATE': 'given_up given_up_at next_try_at tries',
    'device UPDATE': 'label last_seen_at secret',
    'evidence_due UPDATE': 'next_try_at',
    'evidence_keeper UPDATE': 'busy_until',
    'message UPDATE': 'read_at',
    'one_time_code UPDATE': 'tries used_at',
    'outbox UPDATE': 'position published_at',
    'outside_state UPDATE': 'at since state',
    'qr_operation UPDATE': 'answer completed_at ended_at given problem same_device scanned_at signer state',
    'recovery UPDATE': 'done_at mail_code mail_verified_at sms_code sms_verified_at',
    'registration UPDATE': 'confirmed_at done_at mail mail_code mail_verified_at phone sms_code sms_verified_at',
    'registration_directory UPDATE': 'code',
    'session UPDATE': 'id seen_at',
    'sign_in_challenge UPDATE': 'used_at',
    'statistics_round UPDATE': 'begun_at',
    'throttle UPDATE': 'again_at last_at since tries',
    'withdrawal_draft UPDATE': 'stopped_at',
    'withdrawal_signature UPDATE': 'checks_ended decided_at held_at next_try_at refusal state tries',
  })
})

it('the service may call no function of ours but these', async () => {
  const { owner } = await freshDatabase()
  const open = await owner`
    select proname from pg_proc
     where pronamespace = 'public'::regnamespace and has_function_privilege('otinish_service', oid, 'execute')
     order by proname`
  expect(open.map(row => row['proname'])).toEqual([
    'keep_to_the_path', // of a trigger
    'seal_audit',
    'shown_status',
    'split_by_iin', // of migrations: it makes tables, which the service may not
  ])
})

describe('the database itself', () => {
  it('keeps a final state final, and claim and withdrawal apart, whoever writes', async () => {
    const { owner } = await used()
    for (const state of ['accepted', 'executing', 'withdrawing', 'unclear'])
      await expect(owner`update application set state = ${state} where id = 'a-1'`, state).rejects.toThrow(
        'that is withdrawn cannot become',
      )
  })

  it('refuses the leap from a claim to a withdrawal and from a signature to an execution', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    const { owner } = service.database
    const withdraw = owner`update application set state = 'withdrawn', registration = '9-ОЖ', withdrawn_at = now() where id = 'a-1'`
    await expect(withdraw).rejects.toThrow('that is executing cannot become withdrawn')
  })

  it('knows no second withdrawal of one application', async () => {
    const { owner } = await used()
    const again = owner`insert into withdrawal
      select iin, '77-ОЖ', application, draft, signature, method, certificate, revocation, received_at, registered_at,
             revocation_source, revocation_at from withdrawal`
    await expect(again).rejects.toThrow('duplicate key')
  })

  it('spreads the tables of a person over partitions by the person', async () => {
    const { owner } = await used()
    const split = await owner`select relname from pg_class where relkind = 'p' order by relname`
    expect(split.map(row => row['relname'])).toEqual([
      'application',
      'application_deadline',
      'list_count',
      'list_row',
      'message',
      'operation',
      'sent_document',
      'timeline_event',
      'withdrawal',
      'withdrawal_evidence',
      'withdrawal_signature',
    ])
  })
})
