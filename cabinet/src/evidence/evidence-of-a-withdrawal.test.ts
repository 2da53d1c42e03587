// From the registration to what its person takes away: the receipt, the record with the fund's seal, the archive; made once.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { examineContainer } from '@otinish/eds/examine-container'
import { verifySignature } from '@otinish/eds/verify-signature'
import { readQrPicture } from '@otinish/simulators/egov-mobile/read-qr-picture'
import { describe, expect, it } from 'vitest'
import { pictureOf, squeezed, wordsOf } from '../documents/test-papers.ts'
import { readTrust } from '../signatures/trust.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { type PieceName, readPieces } from './pieces.ts'
import { sha256Of } from './sealed.ts'
import { aVault } from './test-vault.ts'

async function withdrawn() {
  const service = await testService()
  const { browser, store, draft, pdf } = await withDraft(service)
  const cms = sign(store, pdf)
  await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
  const address = (what: string, number = '1-ОЖ') => `/api/v1/withdrawals/${number}/${what}`
  return { service, browser, pdf, cms: Buffer.from(cms, 'base64'), address }
}

const piecesOf = async ({ database }: TestService, ...names: PieceName[]) => {
  const pieces = await readPieces(database.sql, aVault(), { iin: AIGERIM.iin, registration: '1-ОЖ', names })
  return pieces === 'erased' ? [] : pieces
}

describe('the receipt of a withdrawal', () => {
  it('is made once, sealed by the fund, over a record that names the very statement and signature', async () => {
    const { service, browser, pdf, cms, address } = await withdrawn()
    const receipt = await browser.bytes(address('receipt'))
    expect(await service.jobs.completeEvidence()).toBe(0)
    expect(await browser.bytes(address('receipt'))).toEqual(receipt)
    const pieces = await piecesOf(service, 'receipt', 'registration', 'seal')
    expect(pieces.map(({ piece, position }) => `${piece} ${position}`)).toEqual([
      ...['receipt 0', 'registration 0', 'seal 0', 'seal 1'],
    ])
    const [, record, onRecord, onReceipt] = pieces.map(({ content }) => content)
    if (!record || !onRecord || !onReceipt) throw new Error('there were four')
    const { anchors } = readTrust((await testAuthority()).trustDir)
    const outcome = (seal: Uint8Array, content: Uint8Array) =>
      verifySignature(seal, { content, anchors, at: TODAY }).outcome
    expect([outcome(onRecord, record), outcome(onReceipt, receipt)]).toEqual(['valid', 'valid'])
    expect(outcome(onReceipt, record)).toBe('invalid')
    expect(JSON.parse(Buffer.from(record).toString())).toMatchObject({
      application: { id: 'a-1', number: '1114647-ИБР' },
      registration: '1-ОЖ',
      method: 'eds',
      receivedAt: '2026-06-16T12:00:00+05:00',
      statement: { sha256: sha256Of(pdf).toString('hex') },
      signature: { sha256: sha256Of(cms).toString('hex') },
    })
  })

  it('says in Kazakh and Russian the number, the moment to the second, how and by which certificate', async () => {
    const { browser, address } = await withdrawn()
    const pdf = Buffer.from(await browser.bytes(address('receipt')))
    const words = wordsOf(pdf)
    for (const said of [
      'Өтініштің күші жойылғаны туралы қолхат',
      'Расписка об отзыве заявления',
      '1-ОЖ',
      '16.06.2026 12:00:00',
      'ҮЛГІБАЕВА АЙГЕРІМ ҮЛГІБАЙҚЫЗЫ',
      '1114647-ИБР',
      'ЭЦҚ, NCALayer арқылы',
      'TIME-STAMPING AUTHORITY',
      '127.0.0.1:8080/kk/verify',
    ])
      expect(words).toContain(squeezed(said))
    expect(words).not.toContain(AIGERIM.iin)
    expect(words).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/)
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
    expect(words.match(/1 \/ 1/g)).toHaveLength(1)
    const [code = ''] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(words) ?? []
    const checked = `http://127.0.0.1:8080/kk/verify/1/${code}`
    expect(readQrPicture(pictureOf(pdf)), 'in the QR code').toBe(checked)
    expect((await browser.get(new URL(checked).pathname)).json).toContain('1-ОЖ')
  })
})

describe('the receipt of a withdrawal, when', () => {
  it('nobody asks, is made by the job; one that fails stops no other and is tried again', async () => {
    const { service } = await withdrawn()
    const { owner } = service.database
    await owner`update withdrawal_evidence set content = 'x', sealed_by = null where piece = 'report'`
    expect(await service.jobs.completeEvidence()).toBe(0)
    expect(service.log.filter(({ event }) => event === 'evidence-not-completed')).toHaveLength(1)
    expect(await service.jobs.completeEvidence(), 'not at once').toBe(0)
    await owner`update withdrawal_evidence set content = ${JSON.stringify(REPORT)} where piece = 'report'`
    service.clock.at = new Date(TODAY.getTime() + 5 * 60_000)
    expect([await service.jobs.completeEvidence(), await service.jobs.completeEvidence()]).toEqual([1, 0])
    expect(await piecesOf(service, 'receipt')).toHaveLength(1)
  })

  it('the certificate of the seal has ended, waits: nothing is kept that nobody would trust, and a month before it is told', async () => {
    const { service } = await withdrawn()
    const told = async (at: number) => {
      service.clock.at = new Date(at)
      await service.jobs.lookAtSealKey()
      return service.log.flatMap(({ event, level }) => (event === 'seal-key-ends' ? [level] : []))
    }
    const { sealFile } = await testAuthority()
    const end = Date.parse(new X509Certificate(readFileSync(sealFile)).validTo)
    expect(await told(end - 31 * DAY)).toEqual([])
    expect(await told(end - 29 * DAY)).toEqual(['warn'])
    expect(await told(end + 1_000)).toEqual(['warn', 'error'])
    expect(await service.jobs.completeEvidence()).toBe(0)
    expect(await piecesOf(service, 'receipt', 'registration', 'seal')).toEqual([])
    expect(await service.database.owner`select from evidence_due`).toHaveLength(1)
    const failed = service.log.filter(({ event }) => event === 'evidence-not-completed')
    expect(failed).toMatchObject([{ error: expect.stringContaining('SEAL_KEY: its certificate ended on') }])
  })

  it('the certificate of the seal is not pinned, is made; that nobody will know it as the fund’s is told', async () => {
    const unpinned = await testService({ sealPins: [] })
    const pinned = await testService()
    for (const service of [unpinned, pinned]) await service.jobs.lookAtSealKey()
    const told = ({ log }: TestService) =>
      log.flatMap(({ event, level }) => (event.startsWith('seal-') ? [level, event] : []))
    expect([told(unpinned), told(pinned)]).toEqual([['error', 'seal-key-not-pinned'], []])
  })

  it('several ask at the same moment, is made once', async () => {
    const { browser, address } = await withdrawn()
    const both = await Promise.all([1, 2, 3, 4].map(() => browser.bytes(address('receipt'))))
    expect(new Set(both.map(bytes => sha256Of(bytes).toString('hex'))).size).toBe(1)
  })
})

const DAY = 86_400_000
const REPORT = { outcome: 'valid', reasons: [], signers: [] }

describe('the archive of evidence', () => {
  it('holds the container, whose signature is the one that came, valid over the very statement', async () => {
    const { browser, pdf, address } = await withdrawn()
    const answer = await browser.get(address('evidence'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="withdrawal-1-evidence.zip"')
    const { anchors, stampAnchors } = readTrust((await testAuthority()).trustDir)
    const archive = await browser.bytes(address('evidence'))
    const { report, document } = examineContainer(archive, {
      anchors,
      timestamps: { anchors: stampAnchors },
      at: TODAY,
    })
    expect(report).toMatchObject({ outcome: 'valid', signers: [{ person: { iin: AIGERIM.iin } }] })
    expect(document && Buffer.compare(document.content, pdf)).toBe(0)
  })

  it('is nobody else’s, and what the law has erased is told as that', async () => {
    const { service, browser, address } = await withdrawn()
    const stranger = await signedIn(service, { ...AIGERIM, iin: '781515300300', surname: 'МЫСАЛОВ' })
    for (const what of ['receipt', 'evidence', 'statement', 'signature']) {
      expect((await stranger.browser.get(address(what))).status, what).toBe(404)
      expect((await service.browser().get(address(what))).status, what).toBe(401)
      expect((await browser.get(address(what, '2-ОЖ'))).status, what).toBe(404)
    }
    await service.database.owner`delete from person_key`
    for (const what of ['receipt', 'evidence', 'statement', 'signature'])
      expect((await browser.get(address(what))).json, what).toMatchObject({ status: 410, code: 'evidence-erased' })
    expect(await service.jobs.completeEvidence()).toBe(0)
    expect(await service.database.owner`select from person_key`, 'no new key is made for what is erased').toHaveLength(
      0,
    )
  })
})
