// Evidence under the keys of persons, on the real database: what was tampered with does not open, keys are rotated, one is destroyed.
import { describe, expect, it } from 'vitest'
import type { Sql } from '../database/sql.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { findDraftRow } from '../withdrawal/draft-store.ts'
import { type Bench, CMS, openBench } from '../withdrawal/test-bench.ts'
import { GOOD } from '../withdrawal/test-judgements.ts'
import { evidenceKeyMistake } from './check-keys.ts'
import { erasePerson } from './erase-person.ts'
import { destroyPersonKey, lockPersonKey } from './person-key-store.ts'
import { type PieceName, readPieces } from './pieces.ts'
import { rewrapKeys } from './rewrap-keys.ts'
import { sealExisting } from './seal-existing.ts'
import { sha256Of } from './sealed.ts'
import { aVault, EVIDENCE_KEY } from './test-vault.ts'
import { wrappingKeys } from './wrapping-keys.ts'

const NEW_KEY = '22'.repeat(32)
const { iin } = AIGERIM
const HOUR_LATER = new Date(TODAY.getTime() + 3_600_000)
const PEOPLE = { by: 'a.serikov', approvedBy: 'b.omarova' }

async function withdrawn() {
  const bench = await openBench()
  bench.answer(GOOD)
  const outcome = await bench.sign(await bench.prepare('a-1'))
  expect(outcome.kind).toBe('withdrawn')
  return bench
}

const read = ({ database: { sql } }: Bench, names: readonly PieceName[] = ['statement'], vault = aVault()) =>
  readPieces(sql, vault, { iin, registration: '1-ОЖ', names })

const statement = async (bench: Bench, vault = aVault()) => {
  const pieces = await read(bench, ['statement'], vault)
  return pieces === 'erased' ? pieces : Buffer.from(pieces[0]?.content ?? []).toString()
}

const untilSomebodyWaits = (sql: Sql) =>
  expect
    .poll(() => sql`select from pg_locks where locktype = 'advisory' and not granted`, { timeout: 5_000 })
    .toHaveLength(1)

describe('evidence', () => {
  it('is kept as ciphertext, under one key of its person, with the hash of what is kept', async () => {
    const bench = await withdrawn()
    const rows = await bench.database.owner`select piece, content, sha256, sealed_by from withdrawal_evidence`
    expect(rows.length).toBeGreaterThan(6)
    for (const { content, sha256 } of rows) expect(sha256Of(content)).toEqual(sha256)
    expect(new Set(rows.map(row => row['sealed_by'])).size).toBe(1)
    expect(rows.filter(row => /%PDF|IIN|person|"outcome"/.test(row['content'].toString('latin1')))).toEqual([])
    expect(await statement(bench)).toBe('%PDF')
  })

  it('of one person has one key, however many begin at the same moment', async () => {
    const { database } = await openBench({ connections: 8 })
    const make = () => database.sql.begin(tx => aVault().keyFor(tx, iin, TODAY))
    const keys = await Promise.all(Array.from({ length: 8 }, make))
    expect(new Set(keys.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(1)
    expect(await database.owner`select count(*)::int as count from person_key`).toEqual([{ count: 1 }])
  })

  it('is written under no key that is destroyed meanwhile', async () => {
    const { database } = await openBench({ connections: 2 })
    const { owner, sql } = database
    const destroyed = await sql.begin(tx => aVault().keyFor(tx, iin, TODAY))
    const writing = await owner.begin(async tx => {
      await lockPersonKey(tx, iin)
      const writing = sql.begin(held => aVault().keyFor(held, iin, TODAY))
      await untilSomebodyWaits(sql)
      await destroyPersonKey(tx, iin)
      return { key: writing }
    })
    expect((await writing.key).id).not.toBe(destroyed.id)
  })

  it('that was tampered with does not open, and what was taken from elsewhere neither', async () => {
    const bench = await withdrawn()
    const { owner } = bench.database
    const [before] = await owner`select content from withdrawal_evidence where piece = 'statement'`
    const spoil = async (value: string) => {
      await owner.unsafe(`update withdrawal_evidence set content = ${value} where piece = 'statement'`)
      await expect(statement(bench), value).rejects.toThrow('does not open')
      await owner`update withdrawal_evidence set content = ${before?.['content']} where piece = 'statement'`
    }
    await spoil('set_byte(content, 20, get_byte(content, 20) # 1)')
    await spoil('substring(content from 1 for octet_length(content) - 1)')
    await spoil("(select content from withdrawal_evidence where piece = 'signature')")
    await spoil('decode(md5(piece), $$hex$$)')
    expect(await statement(bench)).toBe('%PDF')
  })

  it('of another person stays theirs: their rows and their key under this name open nothing', async () => {
    const bench = await withdrawn()
    const { owner, sql } = bench.database
    await sql.begin(tx => aVault().keyFor(tx, SERIK.iin, TODAY))
    await owner`update person_key set wrapped = (select wrapped from person_key where iin = ${SERIK.iin}) where iin = ${iin}`
    await expect(statement(bench)).rejects.toThrow("a person's key does not open")
  })
})

describe('evidence under EVIDENCE_KEY', () => {
  it('is not read with another one, and the service does not start with it', async () => {
    const bench = await withdrawn()
    await expect(statement(bench, aVault(NEW_KEY))).rejects.toThrow('which EVIDENCE_KEY does not hold')
    const mistake = (...keys: string[]) => evidenceKeyMistake(bench.database.sql, wrappingKeys(keys))
    expect(await mistake(NEW_KEY)).toMatch(/^EVIDENCE_KEY: keys of persons are wrapped by another one \([0-9a-f]{16}\)/)
    expect(await mistake(NEW_KEY, EVIDENCE_KEY)).toBeUndefined()
  })

  it('is read with both keys while they are rotated, and with the new one alone when all is wrapped anew', async () => {
    const bench = await withdrawn()
    const { owner } = bench.database
    const both = wrappingKeys([NEW_KEY, EVIDENCE_KEY])
    const onClosed = expect.unreachable
    expect(await statement(bench, aVault(NEW_KEY, EVIDENCE_KEY))).toBe('%PDF')
    expect(await rewrapKeys(owner, both, { dryRun: true, onClosed })).toBe(1)
    expect(await statement(bench)).toBe('%PDF')
    expect(await rewrapKeys(owner, both, { dryRun: false, onClosed })).toBe(1)
    expect(await rewrapKeys(owner, both, { dryRun: false, onClosed })).toBe(0)
    expect(await statement(bench, aVault(NEW_KEY))).toBe('%PDF')
  })

  it('is read by every instance in each round of a rotation, whoever of them made the key', async () => {
    const { database } = await openBench()
    const { owner, sql } = database
    const rounds = [
      [[EVIDENCE_KEY], [EVIDENCE_KEY, NEW_KEY]],
      [
        [EVIDENCE_KEY, NEW_KEY],
        [NEW_KEY, EVIDENCE_KEY],
      ],
    ] as const
    for (const round of rounds)
      for (const [maker, reader] of [round, round.toReversed()]) {
        await owner`delete from person_key`
        const made = await sql.begin(tx => aVault(...(maker ?? [])).keyFor(tx, iin, TODAY))
        expect((await aVault(...(reader ?? [])).findKey(sql, iin))?.bytes).toEqual(made.bytes)
      }
  })

  it('from before is read as it is, until it is sealed', async () => {
    const bench = await withdrawn()
    const { owner } = bench.database
    await owner`update withdrawal_evidence set content = 'plain', sha256 = sha256('plain'), sealed_by = null`
    expect(await statement(bench)).toBe('plain')
    const seal = (dryRun: boolean) => sealExisting({ owner, vault: aVault(), now: TODAY }, { dryRun })
    const all = await seal(true)
    expect(all).toBeGreaterThan(6)
    expect([await seal(false), await seal(false)]).toEqual([all, 0])
    expect(await statement(bench)).toBe('plain')
    const [row] = await owner`select content, sha256 from withdrawal_evidence where piece = 'report'`
    expect(row?.['content'].toString('latin1')).not.toContain('plain')
    expect(sha256Of(row?.['content'])).toEqual(row?.['sha256'])
  })
})

describe('the statement and the signature that were sent', () => {
  it('lie encrypted too, and are read also where they were kept before', async () => {
    const bench = await openBench()
    const { owner, sql } = bench.database
    const draft = await bench.prepare('a-1')
    await bench.sign(draft) // the authority is silent: it is held
    const lying = async () => {
      const [row] =
        await owner`select d.document, s.cms from withdrawal_draft d join withdrawal_signature s on s.draft = d.id`
      return [row?.['document'].toString('latin1'), row?.['cms'].toString('base64')]
    }
    const [document, cms] = await lying()
    expect([document?.includes('%PDF'), cms?.includes(CMS)]).toEqual([false, false])
    await owner`update withdrawal_draft set document = '%PDF', facts = '{}', sealed_facts = null, sealed_by = null`
    await owner`update withdrawal_signature set cms = ${Buffer.from(CMS, 'base64')}, sealed_by = null`
    const seal = (dryRun: boolean) => sealExisting({ owner, vault: aVault(), now: TODAY }, { dryRun })
    expect((await findDraftRow(sql, aVault(), draft))?.document.toString()).toBe('%PDF')
    expect([await seal(true), await seal(false), await seal(true)]).toEqual([2, 2, 0])
    const [again, sent] = await lying()
    expect([again?.includes('%PDF'), sent === CMS]).toEqual([false, false])
    expect((await findDraftRow(sql, aVault(), draft))?.document.toString()).toBe('%PDF')

    let judged = ''
    bench.desk.answer = async ({ cms: bytes }) => {
      judged = bytes.toString('base64')
      return GOOD
    }
    bench.wait(60)
    expect([await bench.job(), judged]).toEqual([1, CMS])
  })
})

describe('erasure', () => {
  it('destroys the key: nothing is read any more, hashes still hold, and the record names the two who did it', async () => {
    const bench = await withdrawn()
    const { owner } = bench.database
    expect(await erasePerson(owner, { iin, ...PEOPLE, at: HOUR_LATER })).toBe('erased')
    expect(await statement(bench)).toBe('erased')
    await bench.database.sql.begin(tx => aVault().keyFor(tx, iin, HOUR_LATER))
    expect(await statement(bench), 'a new key is another key').toBe('erased')
    for (const row of await owner`select content, sha256 from withdrawal_evidence`)
      expect(sha256Of(row['content'])).toEqual(row['sha256'])
    const lines = await owner`select iin, outcome from audit_event where act = 'evidence-erased'`
    expect(lines).toEqual([{ iin, outcome: 'a.serikov b.omarova' }])
    const named = await owner`
      select iin from audit_event where act = 'evidence-key-destroyed'
         and outcome = (select sealed_by::text from withdrawal_evidence where piece = 'statement')`
    expect(named).toEqual([{ iin }])
    expect(await erasePerson(owner, { iin: SERIK.iin, ...PEOPLE, at: HOUR_LATER })).toBe('nothing')
  })

  it('waits until what is under way is decided', async () => {
    const bench = await openBench()
    const draft = await bench.prepare('a-1')
    const { owner } = bench.database
    const erase = (at: Date) => erasePerson(owner, { iin, ...PEOPLE, at })
    expect(await erase(TODAY), 'a statement may still be signed').toBe('undecided')
    expect((await bench.sign(draft)).kind, 'the authority is silent').toBe('checking')
    expect(await erase(HOUR_LATER)).toBe('undecided')
  })

  it('destroys nothing while anything of theirs lies in clear: it would stay readable', async () => {
    const bench = await withdrawn()
    const { owner } = bench.database
    const erase = () => erasePerson(owner, { iin, ...PEOPLE, at: HOUR_LATER })
    for (const table of ['withdrawal_evidence', 'withdrawal_draft', 'withdrawal_signature']) {
      await owner.unsafe(`update ${table} set sealed_by = null`)
      expect([table, await erase()]).toEqual([table, 'plain'])
      await owner.unsafe(`update ${table} set sealed_by = (select id from person_key) where sealed_by is null`)
    }
    expect(await owner`select from person_key`).toHaveLength(1)
    expect(await owner`select from audit_event where act = 'evidence-erased'`).toHaveLength(0)
    expect(await erase()).toBe('erased')
  })
})
