// The same record both ways: whatever is kept, sent and shown of a withdrawal by eGov Mobile is what one by EDS leaves, but for its
// number, its application and the way itself.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { main } from '@otinish/eds/command/main'
import { terminal } from '@otinish/eds/command/terminal'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { evidenceCommand } from '../commands/evidence.ts'
import { wordsOf } from '../documents/test-papers.ts'
import { type PieceName, readPieces } from '../evidence/pieces.ts'
import { archiveWorker } from '../evidence/test-judging.ts'
import { aVault, EVIDENCE_KEY } from '../evidence/test-vault.ts'
import { signWithPhone } from '../qr-signing/test-phone.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { codeFor, type Draft, draftFor, type PhoneRoad, phoneRoad } from './test-phone-road.ts'

const EVERY: readonly PieceName[] = [
  ...(['statement', 'signature', 'extended', 'certificate', 'revocation', 'timestamp', 'report'] as const),
  ...(['registration', 'receipt', 'seal'] as const),
]

type Signed = { readonly id: string; readonly registration: string; readonly draft: Draft }

const cleanups: (() => Promise<void>)[] = []
let road: PhoneRoad
let eds: Signed
let qr: Signed

beforeAll(async () => {
  const settings = { AUTHORITY_TIMEOUT_MS: 10_000 }
  const service = await testService({ until: clean => cleanups.push(clean), settings })
  road = await phoneRoad(service)
  const { browser, store } = road
  const [first, second] = [await draftFor(road, 'a-1'), await draftFor(road, 'a-2')]
  const cms = sign(store, first.pdf)
  expect((await browser.post(`/api/v1/withdrawal-drafts/${first.id}/signature`, { cms })).status).toBe(201)
  expect((await signWithPhone(service, (await codeFor(browser, second)).id, store)).status).toBe(200)
  expect(await service.jobs.completeEvidence()).toBe(2)
  await service.jobs.keepRoots()
  eds = { id: 'a-1', registration: '1-ОЖ', draft: first }
  qr = { id: 'a-2', registration: '2-ОЖ', draft: second }
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

/** What names this one and no other, taken out. */
function withoutNames(told: unknown, { id, registration, draft }: Signed): unknown {
  return JSON.parse(
    JSON.stringify(told).replaceAll(registration, 'N-ОЖ').replaceAll(draft.id, 'DRAFT').replaceAll(id, 'APPLICATION'),
  )
}

const owner = () => road.service.database.owner
const address = ({ registration }: Signed, what: string) =>
  `/api/v1/withdrawals/${encodeURIComponent(registration)}/${what}`

async function piecesOf({ registration }: Signed) {
  const pieces = await readPieces(road.service.database.sql, aVault(), { iin: AIGERIM.iin, registration, names: EVERY })
  if (pieces === 'erased') throw new Error('nobody erased it')
  return pieces
}

describe('a withdrawal by eGov Mobile leaves what one by EDS leaves:', () => {
  it('the same pieces of evidence, the statement being the very bytes of the draft', async () => {
    const kinds = async (one: Signed) =>
      (await piecesOf(one)).map(({ piece, position, mediaType }) => `${piece} ${position} ${mediaType}`)
    expect(await kinds(qr)).toEqual(await kinds(eds))
    expect(new Set((await piecesOf(qr)).map(({ piece }) => piece))).toEqual(new Set(EVERY))
    for (const one of [eds, qr]) {
      const statement = (await piecesOf(one)).find(({ piece }) => piece === 'statement')
      expect(one.draft.pdf.equals(statement?.content ?? Buffer.alloc(0))).toBe(true)
    }
  })

  it('the same registration, sealed by the fund, and only the way is another', async () => {
    const record = async (one: Signed) => {
      const kept = (await piecesOf(one)).find(({ piece }) => piece === 'registration')
      const { signature, statement, ...record } = JSON.parse(Buffer.from(kept?.content ?? []).toString())
      expect([signature.sha256, statement.sha256]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), one.draft.sha256])
      return withoutNames(record, one)
    }
    const [byEds, byQr] = [await record(eds), await record(qr)]
    expect(byEds).toMatchObject({ method: 'eds', receivedAt: '2026-06-16T12:00:00+05:00' })
    expect(byQr).toEqual({ ...(byEds as object), method: 'qr' })

    const row = async ({ registration }: Signed) => {
      const [row] = await owner()`select * from withdrawal where registration = ${registration}`
      const { signature, draft, application, registration: _, method, ...rest } = row ?? {}
      return { method, rest, names: Object.keys(row ?? {}) }
    }
    const [one, other] = [await row(eds), await row(qr)]
    expect([one.method, other.method]).toEqual(['eds', 'qr'])
    expect(unsealed(other.rest)).toEqual(unsealed(one.rest))
  })
})

describe('of a withdrawal by eGov Mobile people and the core are told what they are told of one by EDS:', () => {
  it('the same message to the core, the same timeline, the same lines of what was done', async () => {
    const payloadOf = async (one: Signed) => {
      const [row] = await owner()`select topic, payload from outbox where application = ${one.id}`
      return withoutNames(row, one)
    }
    expect(await payloadOf(qr)).toEqual(await payloadOf(eds))
    const timelineOf = async ({ id }: Signed) => (await road.browser.get(`/api/v1/applications/${id}`)).json.timeline
    expect(await timelineOf(qr)).toEqual(await timelineOf(eds))
    expect((await timelineOf(qr)).map(({ event }: { event: string }) => event)).toEqual([
      ...['received', 'withdrawal-signed', 'withdrawn'],
    ])
    const linesOf = async (one: Signed) => {
      const lines = await owner()`
        select act, actor_kind, outcome, iin from audit_event
         where application = ${one.id} and act not like 'qr-%' order by position`
      return withoutNames(lines, one)
    }
    expect(await linesOf(qr)).toEqual(await linesOf(eds))
  })

  it('the same receipt, with the way in its own words', async () => {
    const words = async (one: Signed) => {
      const text = wordsOf(Buffer.from(await road.browser.bytes(address(one, 'receipt'))))
      return text
        .replaceAll(one.registration, 'N')
        .replaceAll(one.id, 'A')
        .replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/g, 'C')
    }
    const [byEds, byQr] = [await words(eds), await words(qr)]
    for (const said of ['ЭЦҚ, NCALayer арқылы', 'ЭЦП через NCALayer']) expect(byEds).toContain(said)
    const inItsWords = byEds
      .replaceAll('ЭЦҚ, NCALayer арқылы', 'eGov Mobile, QR-код арқылы')
      .replaceAll('ЭЦП через NCALayer', 'eGov Mobile по QR-коду')
    expect(byQr).toBe(inItsWords)
  })
})

describe('what the person takes away of a withdrawal by eGov Mobile', () => {
  it('is an archive that `eds verify` finds valid without asking anybody, and that `otinish evidence verify` counts as whole', async () => {
    const { trustDir } = await testAuthority()
    const trust = (part: string) => path.join(trustDir, part)
    for (const one of [eds, qr]) {
      const file = path.join(inject('scratch'), `${one.id}-same-record.zip`)
      writeFileSync(file, await road.browser.bytes(address(one, 'evidence')))
      const argv = [
        'verify',
        file,
        '--anchors',
        trust('signers'),
        '--tsp-anchors',
        trust('tsp'),
        '--at',
        TODAY.toISOString(),
      ]
      const said: string[] = []
      const say = (line: string) => void said.push(line)
      const alone = { ...terminal(), out: say, err: say, post: () => Promise.reject(new Error('asked')) }
      expect([await main([...argv, '--json'], alone), said.join('')]).toEqual([0, expect.stringContaining(AIGERIM.iin)])
    }
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const settings = { MODE: 'test', DATABASE_URL: road.service.database.url, EVIDENCE_KEY, TRUST_DIR: trustDir }
    await evidenceCommand(['verify'], settings, archiveWorker())
    expect(log.mock.calls[0]?.[0]).toContain('"holds":"2 of 2"')
    log.mockRestore()
  })
})

/** What lies under the person's key is other bytes each time. */
function unsealed(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !Buffer.isBuffer(value)))
}
