// The archive on a real database, with real signatures: it holds, and whatever is changed, gone or put in is named.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { evidenceCommand } from '../commands/evidence.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { readTrust, type Trust } from '../signatures/trust.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign, TODAY, testAuthority } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { entries } from './archive-store.ts'
import { erasePerson } from './erase-person.ts'
import { nameOf } from './merkle.ts'
import { type Head, readHeads } from './noted-heads.ts'
import { readPieces } from './pieces.ts'
import { headOf } from './root.ts'
import { lastRoot } from './root-store.ts'
import { readSealPins, type SealPins } from './seal-pins.ts'
import { archiveWorker, judgingHere } from './test-judging.ts'
import { aVault, EVIDENCE_KEY } from './test-vault.ts'
import { verifyArchive } from './verify-archive.ts'
import { wrongInRecord } from './verify-record.ts'

const DAY = 86_400_000
const cleanups: (() => Promise<void>)[] = []
let service: TestService
let trust: Trust
let pins: SealPins

beforeAll(async () => {
  const patient = { AUTHORITY_TIMEOUT_MS: 10_000 } // a busy machine is no silent authority
  service = await testService({ until: clean => cleanups.push(clean), settings: patient })
  const { trustDir } = await testAuthority()
  trust = readTrust(trustDir)
  pins = readSealPins(trustDir)
  const aigerim = await signedIn(service)
  const serik = await signedIn(service, SERIK)
  for (const [id, { browser, store }, iin] of [
    ['a-1', aigerim, AIGERIM.iin],
    ['a-2', aigerim, AIGERIM.iin],
    ['s-1', serik, SERIK.iin],
  ] as const) {
    await service.core('PUT', `/applications/${id}`, bankDetails({ number: id, iin }))
    const { json: draft } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
    const cms = sign(store, Buffer.from(draft.document.bytes, 'base64'))
    expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  }
  await service.jobs.completeEvidence() // receipts and seals
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

type Over = { readonly heads?: readonly Head[]; readonly pins?: SealPins }

async function verified(sql: Sql | Tx = service.database.sql, now = service.clock.at, over: Over = {}) {
  const told: Record<string, readonly string[]> = {}
  const onWrong = (what: string, why: readonly string[]) => {
    told[what] = why
  }
  const { tally } = await verifyArchive({
    ...{ sql: sql as Sql, vault: aVault(), trust, now, ...over, onWrong },
    ...judgingHere({ trust, pins: over.pins ?? pins, now }),
  })
  return { tally, told }
}

const UNDONE = new Error('undone')

const after = (...acts: readonly string[]) => seenAt(service.clock.at, acts)

/** As the owner, in a transaction that is undone. */
async function seenAt(now: Date, acts: readonly string[], over: Over = {}) {
  let seen: Awaited<ReturnType<typeof verified>> | undefined
  await service.database.owner
    .begin(async tx => {
      await tx`set local session_replication_role = 'replica'` // no trigger and no foreign key holds the owner back
      for (const act of acts) await tx.unsafe(act)
      seen = await verified(tx, now, over)
      throw UNDONE
    })
    .catch(error => {
      if (error !== UNDONE) throw error
    })
  return seen?.told
}

const of = (registration: string, table = 'withdrawal_evidence') => `${table} where registration = '${registration}'`
const EVERYWHERE = (number: string) =>
  ['withdrawal_evidence', 'withdrawal', 'registration_directory'].map(table => `delete from ${of(number, table)}`)

describe('before there is a root', () => {
  it('every withdrawal holds by itself; one that stays without a root is told after three days', async () => {
    expect(await verified()).toEqual({
      tally: { all: 3, whole: 3, erased: 0, underRoot: 0, roots: 0, stamped: 0, late: 0, wrong: 0 },
      told: {},
    })
    const { told } = await verified(service.database.sql, new Date(TODAY.getTime() + 4 * DAY))
    service.clock.at = new Date(TODAY.getTime() + DAY)
    expect(await after(...EVERYWHERE('2-ОЖ')), 'the core and the record of acts still know it').toEqual({
      '2-ОЖ': ['it is not in the directory of numbers'],
    })
    expect(told['2-ОЖ']).toEqual(['it is under no root'])
  })
})

/** Both stand before the lease when it may be taken: else, on a busy machine, one is done before the other comes. */
async function keepRootsTwice(): Promise<void> {
  const { owner } = service.database
  const waiting = async () =>
    (await owner`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length
  const { both } = await owner.begin(async tx => {
    await tx`select from evidence_keeper for update`
    const both = Promise.all([service.jobs.keepRoots(), service.jobs.keepRoots()])
    await expect.poll(waiting).toBe(2)
    return { both }
  })
  await both
}

describe('an authority of time that is silent, or whose stamp does not hold', () => {
  it('leaves the root without a stamp; it is asked again, and after a day somebody is told', async () => {
    for (const tsp of ['down', 'forged', 'wrong-imprint'] as const) {
      service.pki.control({ tsp })
      await keepRootsTwice() // of two instances one does it
    }
    expect(await verified()).toMatchObject({ tally: { underRoot: 3, roots: 1, stamped: 0, wrong: 0 } })
    service.clock.at = new Date(service.clock.at.getTime() + DAY)
    await service.jobs.keepRoots()
    const told = service.log.filter(({ event }) => event === 'evidence-root-not-stamped').map(({ level }) => level)
    expect(told).toEqual(['warn', 'warn', 'warn', 'error'])
    const { told: later } = await verified(service.database.sql, new Date(service.clock.at.getTime() + 4 * DAY))
    expect(later).toEqual({ 'root 1': ['it has no time stamp'] })
  })

  it('gives it when it is back', async () => {
    service.pki.control({ tsp: 'good' })
    await service.jobs.keepRoots()
    const tally = { all: 3, whole: 3, underRoot: 3, roots: 1, stamped: 1, wrong: 0 }
    expect(await verified()).toMatchObject({ tally, told: {} })
  })
})

const TAMPERED = [
  [
    'a bit of a piece',
    `update withdrawal_evidence set content = set_byte(content, 20, get_byte(content, 20) # 1) where registration = '2-ОЖ' and piece = 'report' and position = 0`,
    { '2-ОЖ': ['changed: report 0', expect.stringContaining('does not open')] },
  ],
  [
    'a piece and its hash',
    `update withdrawal_evidence set content = 'x', sha256 = sha256('x') where registration = '2-ОЖ' and piece = 'report' and position = 0`,
    { '2-ОЖ': ['not what its leaf says', expect.stringContaining('does not open')] },
  ],
  [
    'a plain piece put in its place',
    `update withdrawal_evidence set content = 'x', sha256 = sha256('x'), sealed_by = null where registration = '2-ОЖ' and piece = 'statement'`,
    {
      '2-ОЖ': [
        'not encrypted: statement 0',
        'not what its leaf says',
        expect.stringMatching(/^the signature is invalid: content-mismatch/),
        'its row has another draft',
        'the sealed record says another statement',
      ],
    },
  ],
  [
    'a piece that is gone',
    `delete from ${of('2-ОЖ')} and piece = 'extended'`,
    { '2-ОЖ': ['missing: extended 0', 'the time stamp is gone'] },
  ],
  [
    'all pieces',
    `delete from ${of('2-ОЖ')}`,
    { '2-ОЖ': expect.arrayContaining(['missing: statement 0', 'missing: signature 0']) },
  ],
  ['the withdrawal', `delete from ${of('2-ОЖ', 'withdrawal')}`, { '2-ОЖ': ['the withdrawal is gone'] }],
  [
    'its moment',
    `update withdrawal set received_at = received_at + interval '1 year' where registration = '2-ОЖ'`,
    { '2-ОЖ': ['its moment is another than the directory says', 'the sealed record says another receivedAt'] },
  ],
  [
    'its number in the directory',
    `delete from ${of('2-ОЖ', 'registration_directory')}`,
    {
      '2-ОЖ': ['it is not in the directory of numbers'],
      'root 1': ['2 of its 3 withdrawals are there', 'its withdrawals make another root'],
    },
  ],
  [
    'a leaf',
    `update evidence_leaf set hash = sha256('x') where registration = '2-ОЖ'`,
    { '2-ОЖ': ['not what its leaf says'], 'root 1': ['its withdrawals make another root'] },
  ],
  [
    'a root',
    `update evidence_root set root = sha256('x')`,
    { 'root 1': ['its withdrawals make another root', 'stamp 1 does not hold'] },
  ],
  ['a root that is gone', 'delete from evidence_root', { 'root 1': ['it is gone'] }],
  [
    'a stamp',
    `update evidence_stamp set token = set_byte(token, octet_length(token) - 1, 0)`,
    { 'root 1': ['stamp 1 does not hold'] },
  ],
  [
    'the key of a person',
    `delete from person_key where iin = '${SERIK.iin}'`,
    { '3-ОЖ': ["the person's key is gone, and no erasure is recorded"] },
  ],
  [
    'whose it is',
    `update withdrawal_evidence e set content = o.content, sha256 = o.sha256 from withdrawal_evidence o where e.registration = '2-ОЖ' and o.registration = '1-ОЖ' and e.piece = o.piece and e.position = o.position`,
    { '2-ОЖ': ['not what its leaf says', expect.stringContaining('does not open')] },
  ],
] as const

const ROW = [
  ['application', `application = 'other'`, ['the sealed record says another application']],
  ['method', `method = 'qr'`, ['the sealed record says another method']],
  [
    'registered_at',
    `registered_at = registered_at + interval '1 minute'`,
    ['the sealed record says another registeredAt'],
  ],
  ['certificate', `certificate = jsonb_set(certificate, '{commonName}', '"X"')`, ['its row has another certificate']],
  [
    'certificate, its serial number',
    `certificate = jsonb_set(certificate, '{serial}', '"01"')`,
    ['its row has another certificate', 'the sealed record says another certificate'],
  ],
  ['revocation_source', `revocation_source = 'crl'`, ['its row has another revocation']],
  ['revocation_at', `revocation_at = revocation_at + interval '1 hour'`, ['its row has another revocation']],
  [
    'revocation',
    `revocation = 'unchecked', revocation_source = null, revocation_at = null`,
    ['its row has another revocation'],
  ],
  [
    'stamped_at',
    'stamped_at = null, stamp_authority = null',
    ['its row has another time stamp', 'the sealed record says another timestamp'],
  ],
  [
    'stamp_authority',
    `stamp_authority = 'X'`,
    ['its row has another time stamp', 'the sealed record says another timestamp'],
  ],
  ['draft', `draft = (select draft from ${of('1-ОЖ', 'withdrawal')})`, ['its row has another draft']],
  ['signature', `signature = (select signature from ${of('1-ОЖ', 'withdrawal')})`, ['its row has another signature']],
] as const

describe('the row of a withdrawal, which is under no leaf', () => {
  for (const [column, change, told] of ROW)
    it(`is held against its pieces: ${column}`, async () =>
      expect(await after(`update withdrawal set ${change} where registration = '2-ОЖ'`)).toEqual({ '2-ОЖ': told }))
})

const put = (piece: string, values: string) =>
  `insert into withdrawal_evidence (iin, registration, piece, position, media_type, content, sha256, sealed_by)
     select iin, registration, ${piece}, media_type, ${values} from ${of('2-ОЖ')} and piece = 'receipt'`

describe('a row that was put in after the root', () => {
  it('is named: in clear, of a name that nothing has, and, when it stays, as under no root', async () => {
    const late = new Date(service.clock.at.getTime() + 4 * DAY)
    const plain = put(`'certificate', 9`, `'x', sha256('x'), null`)
    expect(await after(plain)).toEqual({ '2-ОЖ': ['not encrypted: certificate 9'] })
    expect(await seenAt(late, [plain])).toEqual({
      '2-ОЖ': ['not encrypted: certificate 9', 'under no root: certificate 9'],
    })
    const doesNotOpen = expect.stringContaining('does not open')
    const sealed = put(`'certificate', 9`, 'content, sha256, sealed_by')
    expect(await seenAt(late, [sealed])).toEqual({ '2-ОЖ': ['under no root: certificate 9', doesNotOpen] })
    expect(await after(put(`'seal', 7`, 'content, sha256, sealed_by'))).toEqual({
      '2-ОЖ': ['unknown: seal 7', doesNotOpen],
    })
  })
})

describe('what the archive cannot say of itself', () => {
  it('the newest withdrawals, removed with their roots and every trace, are missed by whoever gives the log of then', async () => {
    const log = path.join(mkdtempSync(path.join(inject('scratch'), 'log-')), 'otinish.log')
    const made = service.log.filter(({ event }) => event.startsWith('evidence-root-'))
    writeFileSync(log, made.map(line => `Nov 29 host otinish[7]: ${JSON.stringify(line)}\n`).join(''))
    const heads = await readHeads(log)
    expect(heads).toHaveLength(1)
    const everything = ['evidence_stamp', 'evidence_leaf', 'evidence_root', 'withdrawal_evidence', 'withdrawal']
    const acts = [...everything, 'registration_directory', 'application'].map(table => `delete from ${table}`)
    const traces = [`delete from audit_event where act = 'withdrawn'`]
    expect(await seenAt(service.clock.at, [...acts, ...traces]), 'by nothing else').toEqual({})
    expect(await seenAt(service.clock.at, [...acts, ...traces], { heads })).toEqual({
      'root 1': ['it is gone, and was noted as the head'],
    })
    expect((await verified(service.database.sql, service.clock.at, { heads })).told).toEqual({})
  })

  it('the command does not begin where nobody has pinned the certificate of the fund’s seal', async () => {
    const { trustDir } = await testAuthority()
    const unpinned = mkdtempSync(path.join(inject('scratch'), 'trust-'))
    cpSync(trustDir, unpinned, { recursive: true })
    rmSync(path.join(unpinned, 'seals'), { recursive: true })
    const settings = { MODE: 'test', DATABASE_URL: service.database.url, EVIDENCE_KEY, TRUST_DIR: unpinned }
    await expect(evidenceCommand(['verify'], settings)).rejects.toThrow("no certificate of the fund's seal in")
  })

  it('a seal of whoever can write everything, keys of persons in hand, is not the fund’s', async () => {
    const { told } = await verified(service.database.sql, service.clock.at, { pins: [trust.anchors[0].encoded] })
    const notPinned = ['seal 0', 'seal 1'].map(seal => `${seal} is by a certificate that is not pinned as the fund's`)
    expect(told).toEqual({ '1-ОЖ': notPinned, '2-ОЖ': notPinned, '3-ОЖ': notPinned })
  })
})

describe('under a stamped root', () => {
  it('nothing new makes no new root', async () => {
    await service.jobs.keepRoots()
    expect((await verified()).tally.roots).toBe(1)
  })

  for (const [what, act, told] of TAMPERED) it(`is named: ${what}`, async () => expect(await after(act)).toEqual(told))

  it('everything of one, with its leaf, is missed by the root', async () => {
    expect(await after(...EVERYWHERE('2-ОЖ'), `delete from ${of('2-ОЖ', 'evidence_leaf')}`)).toEqual({
      '2-ОЖ': ['it is not in the directory of numbers'],
      'root 1': ['2 of its 3 withdrawals are there', 'its withdrawals make another root'],
    })
  })

  it('the command says how many of how many hold, and ends otherwise when something does not', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    const { trustDir } = await testAuthority()
    const { url, owner } = service.database
    const verify = () =>
      evidenceCommand(
        ['verify'],
        { MODE: 'test', DATABASE_URL: url, EVIDENCE_KEY, TRUST_DIR: trustDir },
        archiveWorker(),
      )
    await verify()
    const holds = '"holds":"3 of 3","erased":0,"underRoot":3,"roots":1,"stamped":1,"late":0,"wrong":0'
    expect(said.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining(`${holds},"noted":0,"head":"1:`),
      expect.stringContaining('evidence-no-head-given'),
    ])
    await owner`update evidence_leaf set pieces = array_append(pieces, 'seal 7') where registration = '2-ОЖ'`
    await expect(verify()).rejects.toThrow('the archive does not hold: 2 of 3 withdrawals do, and 1 things are wrong')
    expect(said.mock.calls.flat()).toContain('{"event":"evidence-wrong","what":"2-ОЖ","why":["missing: seal 7"]}')
    await owner`update evidence_leaf set pieces = array_remove(pieces, 'seal 7') where registration = '2-ОЖ'`
    said.mockRestore()
  })

  it('a lawful erasure is counted apart, and every hash still holds', async () => {
    const { owner } = service.database
    const people = { by: 'a.serikov', approvedBy: 'b.omarova', at: service.clock.at }
    expect(await erasePerson(owner, { iin: SERIK.iin, ...people })).toBe('erased')
    expect(await verified()).toEqual({
      tally: { all: 3, whole: 3, erased: 1, underRoot: 3, roots: 1, stamped: 1, late: 0, wrong: 0 },
      told: {},
    })
  })

  it('an erasure excuses nothing but its own key, and nothing that has another one', async () => {
    const unlawful = ["the person's key is gone, and no erasure is recorded"]
    const reseal = (where: string) => `update withdrawal_evidence set sealed_by = gen_random_uuid() where ${where}`
    const one = `registration = '2-ОЖ' and piece = 'report' and position = 1`
    expect(await after(reseal(one))).toEqual({ '2-ОЖ': ['report 1 is under another key than the rest'] })
    const another = `update withdrawal_evidence set sealed_by = '${randomUUID()}' where registration = '3-ОЖ'`
    expect(await after(another)).toEqual({ '3-ОЖ': unlawful })
    expect(await after(reseal(`registration = '3-ОЖ' and piece = 'receipt'`))).toEqual({
      '3-ОЖ': [expect.stringContaining('is under another key than the rest')],
    })
    expect(await after(`delete from evidence_leaf`, `delete from ${of('3-ОЖ')} and piece = 'statement'`)).toMatchObject(
      {
        '3-ОЖ': ['missing: statement 0'],
      },
    )
  })
})

it('the sealed record and the seals are held against what is kept, also by whoever has the keys', async () => {
  const [NEW, OLD] = [
    { isOld: false, pins },
    { isOld: true, pins },
  ] as const
  const { sql } = service.database
  const { value: page } = await entries(sql).next()
  const entry = page?.[0]?.entry
  if (!entry) throw new Error('1-ОЖ is gone')
  const names = ['statement', 'signature', 'registration', 'receipt', 'seal'] as const
  const pieces = await readPieces(sql, aVault(), { iin: entry.iin, registration: entry.registration, names })
  if (pieces === 'erased') throw new Error('erased')
  const kept = new Map<string, Uint8Array>(pieces.map(piece => [nameOf(piece), piece.content]))
  const wrongWith = (name: string, content: Uint8Array) => wrongInRecord(entry, new Map(kept).set(name, content), NEW)
  expect(wrongInRecord(entry, kept, OLD)).toEqual([])
  const seal = Buffer.from(kept.get('seal 0') ?? [])
  seal[seal.length - 1] = (seal.at(-1) ?? 0) ^ 1
  expect(wrongWith('seal 0', seal)).toEqual(['seal 0 does not hold: signature-invalid'])
  const digest = 'message-digest-mismatch'
  expect(wrongWith('receipt 0', Buffer.from('%PDF'))).toEqual([`seal 1 does not hold: ${digest}`])
  expect(wrongWith('statement 0', Buffer.from('%PDF'))).toEqual(['the sealed record says another statement'])
  expect(wrongWith('registration 0', Buffer.from('{}'))).toEqual(['changed: registration 0'])
  kept.delete('seal 1')
  expect(wrongInRecord(entry, kept, OLD)).toEqual(['missing: seal 1'])
  kept.delete('registration 0')
  expect([wrongInRecord(entry, kept, NEW), wrongInRecord(entry, kept, OLD)]).toEqual([[], ['missing: registration 0']])
})

describe('a stamp that ends soon', () => {
  it('is renewed by one over it, and both are checked', async () => {
    const { owner } = service.database
    const [stamp] =
      await owner`update evidence_stamp set valid_until = valid_until - interval '1 day' returning valid_until`
    service.clock.at = new Date(stamp?.['valid_until'].getTime() - 89 * DAY)
    await service.jobs.keepRoots()
    const generations = await owner`select generation from evidence_stamp order by generation`
    expect(generations.map(row => row['generation'])).toEqual([1, 2])
    expect((await verified()).tally).toMatchObject({ roots: 1, stamped: 1 })
    expect(await after('delete from evidence_stamp where generation = 1')).toMatchObject({
      'root 1': ['stamp 1 is gone', 'stamp 2 does not hold'],
    })
  })
})

describe('roots that were made anew', () => {
  const truncate = ['evidence_stamp', 'evidence_leaf', 'evidence_root'].map(table => `truncate ${table} cascade`)
  const LATE = ['its first stamp came long after its withdrawals: it may have been made anew']

  it('are told, though every stamp holds; a head that was noted says which they were', async () => {
    const { owner, sql } = service.database
    const noted = headOf((await lastRoot(sql)) ?? BEFORE)
    service.clock.at = new Date(service.clock.at.getTime() + 30 * DAY)
    const heard = [`delete from ${of('2-ОЖ', 'application')}`, `delete from audit_event where outcome = '2-ОЖ'`]
    const acts = [...truncate, ...EVERYWHERE('2-ОЖ'), ...heard]
    await owner.begin(async tx => {
      await tx`set local session_replication_role = 'replica'`
      for (const act of acts) await tx.unsafe(act)
    })
    const none = ['it is under no root']
    for (const [before, told] of [
      ['from evidence_leaf union', { '1-ОЖ': none, '3-ОЖ': none }],
      ['from registration_directory', {}],
    ] as const) {
      await owner.begin(tx =>
        truncate.reduce((done, act) => done.then(() => tx.unsafe(act)), Promise.resolve<unknown>(0)),
      )
      const meanwhile = await verified(makingRootsBefore(before))
      expect(meanwhile, 'a root that is made meanwhile is left for the next time').toMatchObject({
        tally: { roots: 0 },
      })
      expect(meanwhile.told).toEqual(told)
    }
    const { tally, told } = await verified()
    expect(told).toEqual({ 'root 1': LATE })
    expect(tally).toMatchObject({ all: 2, whole: 2, roots: 1, stamped: 1, late: 0, wrong: 1 })
    const against = async (head: string) => {
      const [ordinal = '', link = ''] = head.split(':')
      return verified(sql, service.clock.at, { heads: [{ ordinal, link }] })
    }
    expect((await against(noted)).tally.wrong).toBe(2)
    expect(await against(noted.replace(/^1/, '7'))).toMatchObject({
      told: { 'root 7': ['it is gone, and was noted as the head'] },
    })
    const late = await against(headOf((await lastRoot(sql)) ?? BEFORE)) // sealed late, as after a migration
    expect(late).toMatchObject({ told: {}, tally: { late: 1, wrong: 0 } })
  })
})

/** The service's connection, beside which a root is made before a query with these words is asked. */
function makingRootsBefore(words: string): Sql {
  const ask = async (strings: TemplateStringsArray, ...values: string[]) => {
    if (strings.join('').includes(words)) await service.jobs.keepRoots()
    return service.database.sql(strings, ...values)
  }
  return ask as unknown as Sql
}

const BEFORE = { ordinal: 0n, leaves: 0, root: Buffer.alloc(32), previous: Buffer.alloc(32) }
