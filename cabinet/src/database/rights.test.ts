import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { sign } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'

const DENIED = /permission denied/

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
    for (const table of ['audit_event', 'timeline_event', 'withdrawal', 'withdrawal_evidence', 'withdrawal_draft'])
      for (const act of [`update ${table} set iin = iin`, `delete from ${table}`, `truncate ${table}`])
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

  it('has no right on any table beyond those that the migrations name', async () => {
    const { owner } = await used()
    const rights = await owner`
      select table_name, string_agg(privilege_type, ' ' order by privilege_type) as rights
        from information_schema.table_privileges
       where grantee = 'otinish_service' and table_schema = 'public' group by table_name order by table_name`
    expect(Object.fromEntries(rights.map(row => [row['table_name'], row['rights']]))).toEqual({
      application: 'INSERT SELECT',
      application_directory: 'INSERT SELECT',
      audit_event: 'INSERT SELECT',
      core_key: 'SELECT',
      operation: 'DELETE INSERT SELECT UPDATE',
      outbox: 'INSERT SELECT',
      person: 'INSERT SELECT UPDATE',
      processed_status_event: 'INSERT SELECT',
      schema_migration: 'SELECT',
      session: 'DELETE INSERT SELECT',
      sign_in_challenge: 'DELETE INSERT SELECT',
      timeline_event: 'INSERT SELECT',
      withdrawal: 'INSERT SELECT',
      withdrawal_draft: 'INSERT SELECT',
      withdrawal_evidence: 'INSERT SELECT',
      withdrawal_signature: 'INSERT SELECT',
    })
  })
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
      'operation',
      'timeline_event',
      'withdrawal',
      'withdrawal_evidence',
      'withdrawal_signature',
    ])
  })
})
