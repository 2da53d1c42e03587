// Whose signature is this: through the threads, with authorities that answer, lie and keep silent.

import { decodeMaybePem } from '@otinish/eds/pem'
import { examineSignature } from '@otinish/eds/verify-signature'
import { readHolder } from '@otinish/simulators/pki/holder'
import type { Settings } from '@otinish/simulators/pki/settings'
import { describe, expect, it } from 'vitest'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { openLane } from './lane.ts'
import { openDesk } from './test-desk.ts'
import { readTrust } from './trust.ts'
import type { VerificationPool } from './verification-pool.ts'

const CONTENT = new TextEncoder().encode('what is signed')
const ACT = { content: CONTENT, purpose: 'signing', at: TODAY, stamp: true } as const
const HOUR = 3_600_000

async function aigerims(): Promise<string> {
  return sign((await testAuthority()).signing(AIGERIM), CONTENT)
}

describe('a good signature', () => {
  it('has its signer, a live answer of the authority, a stamp, and a CMS that holds all of it', async () => {
    const { whose } = await openDesk()
    const verdict = await whose({ ...ACT, cms: await aigerims() })
    expect(verdict).toMatchObject({
      kind: 'signer',
      iin: AIGERIM.iin,
      certificate: { commonName: 'ҮЛГІБАЕВА АЙГЕРІМ', algorithm: 'gost2015-512' },
      report: {
        outcome: 'valid',
        signers: [
          {
            revocation: { status: 'good', source: 'ocsp', at: TODAY.toISOString() },
            timestamp: { at: TODAY.toISOString(), outcome: 'valid', authority: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
          },
        ],
      },
      revocation: { status: 'good', source: 'ocsp', at: TODAY },
      timestamp: { at: TODAY, authority: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
    })
    if (verdict.kind !== 'signer' || !verdict.extended) throw new Error('no evidence')
    expect(verdict.chain).toHaveLength(2)
    const trust = readTrust((await testAuthority()).trustDir)
    const later = examineSignature(verdict.extended, {
      ...trust,
      at: new Date(TODAY.getTime() + 20 * 365 * 24 * HOUR), // everything has expired by then
      revocation: {},
      timestamps: { anchors: trust.stampAnchors },
    })
    expect(later.report.reasons).toEqual([])
    expect(later.report).toMatchObject({ outcome: 'valid', signers: [{ verifiedAt: TODAY.toISOString() }] })
  })

  it('to sign in needs no stamp, and gets none', async () => {
    const { whose, pki } = await openDesk()
    const { authentication } = await testAuthority()
    const cms = sign(await authentication(AIGERIM), CONTENT)
    const verdict = await whose({ cms, content: CONTENT, purpose: 'any', at: TODAY })
    expect(verdict).toMatchObject({
      kind: 'signer',
      certificate: { algorithm: 'rsa' },
      timestamp: null,
      extended: null,
    })
    expect(pki.asked()).toEqual({ ocsp: 1, tsp: 0, crl: 0 })
  })

  it('without a time-stamping authority keeps the answer beside it', async () => {
    const { whose } = await openDesk({ TSP_URL: undefined })
    const cms = await aigerims()
    const verdict = await whose({ ...ACT, cms })
    expect(verdict).toMatchObject({ kind: 'signer', timestamp: null })
    if (verdict.kind !== 'signer') throw new Error('no signer')
    expect(verdict.extended?.length).toBeGreaterThan(decodeMaybePem(cms).length + verdict.revocation.proof.length)
  })

  it('of a certificate that was revoked before the authority answered is refused: its stamp would come too late', async () => {
    const { whose, pki, clock } = await openDesk()
    const store = (await testAuthority()).signing(AIGERIM)
    const cms = sign(store, CONTENT)
    const { serial } = readHolder(store.certificate)
    const entry = { by: 'gost', serial: Buffer.from(serial).toString('hex'), reason: 1 } as const
    clock.at = new Date(TODAY.getTime() + 2 * HOUR) // the authority was silent for two hours
    for (const hours of [0, 1]) {
      pki.control({ revoked: [{ ...entry, at: new Date(TODAY.getTime() + hours * HOUR).toISOString() }] })
      expect(await whose({ ...ACT, cms })).toMatchObject({ kind: 'refusal', code: 'signature-certificate-revoked' })
    }
  })
})

describe('a signature that was held until its certificate had ended', () => {
  it('is refused: no answer about an ended one is believed, and a stamp of now would speak against it for ever', async () => {
    const { whose, clock } = await openDesk()
    const store = (await testAuthority()).expired(AIGERIM)
    const received = new Date(readHolder(store.certificate).notAfter.getTime() - HOUR)
    const held = { ...ACT, at: received, cms: sign(store, CONTENT, { at: received }) }
    clock.at = received
    expect(await whose(held)).toMatchObject({ kind: 'signer' })
    clock.at = new Date(received.getTime() + 2 * HOUR)
    expect(await whose(held)).toMatchObject({ kind: 'refusal', code: 'signature-certificate-expired' })
  })
})

describe('a responder', () => {
  const SPEECHLESS: readonly [Settings['ocsp'], string][] = [
    ['down', 'no-answer'],
    ['slow', 'no-answer'],
    ['error-500', 'no-answer'],
    ['redirect', 'no-answer'],
    ['huge', 'no-answer'],
    ['try-later', 'no-answer'],
    ['garbage', 'ocsp-malformed'],
    ['unknown', 'ocsp-certificate-unknown'],
    ['unknown-1970', 'ocsp-certificate-unknown'],
    ['wrong-nonce', 'ocsp-nonce-mismatch'],
    ['no-nonce', 'ocsp-nonce-mismatch'],
    ['old', 'ocsp-not-current'],
    ['other-certificate', 'ocsp-other-certificate'],
    ['lying', 'ocsp-responder-untrusted'],
    ['forged', 'ocsp-signature-invalid'],
  ]

  it.each(SPEECHLESS)(
    'that is %s has said nothing (%s): the signature is neither taken nor refused',
    async (ocsp, why) => {
      const { whose, pki, log } = await openDesk()
      pki.control({ ocsp })
      expect(await whose({ ...ACT, cms: await aigerims() })).toEqual({
        kind: 'unknown',
        why: 'revocation-unknown',
        iin: AIGERIM.iin,
      })
      expect(log).toContain(JSON.stringify(['warn', 'revocation-unknown', { why: [why] }]))
      expect(pki.asked().tsp).toBe(0)
    },
  )

  it('that calls the certificate revoked decides', async () => {
    const { whose, pki } = await openDesk()
    pki.control({ ocsp: 'revoked' })
    expect(await whose({ ...ACT, cms: await aigerims() })).toEqual({
      kind: 'refusal',
      code: 'signature-certificate-revoked',
      reasons: ['certificate-revoked'],
    })
  })

  it('is not asked about what does not hold by itself', async () => {
    const { whose, pki } = await openDesk()
    const { foreign, expired, signing } = await testAuthority()
    const broken = Buffer.from(sign(signing(AIGERIM), CONTENT), 'base64')
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1
    for (const cms of ['', 'AAAA', sign(foreign(AIGERIM), CONTENT), sign(expired(AIGERIM), CONTENT), broken])
      expect((await whose({ ...ACT, cms })).kind).toBe('refusal')
    expect(pki.asked()).toEqual({ ocsp: 0, tsp: 0, crl: 0 })
  })
})

describe('a time-stamping authority', () => {
  it.each([
    'down',
    'slow',
    'error-500',
    'redirect',
    'huge',
    'garbage',
    'lying',
    'forged',
    'wrong-imprint',
    'wrong-nonce',
    'no-nonce',
    'clock-ahead',
    'error',
  ] as const)('that is %s gives no stamp: the signature is neither taken nor refused', async tsp => {
    const { whose, pki } = await openDesk()
    pki.control({ tsp })
    const verdict = await whose({ ...ACT, cms: await aigerims() })
    expect(verdict).toEqual({ kind: 'unknown', why: 'timestamp-unavailable', iin: AIGERIM.iin })
  })
})

describe('the judging time', () => {
  it('is the moment of receipt, whatever stamp the message brings along', async () => {
    const { whose, clock } = await openDesk()
    const store = (await testAuthority()).expired(AIGERIM)
    clock.at = new Date(TODAY.getTime() - 200 * 24 * HOUR) // then the certificate was in time
    const cms = sign(store, CONTENT, { at: clock.at })
    const then = await whose({ ...ACT, at: clock.at, cms })
    if (then.kind !== 'signer' || !then.extended || !then.timestamp) throw new Error('no evidence')
    clock.at = TODAY
    expect(await whose({ ...ACT, cms: then.extended })).toMatchObject({
      kind: 'refusal',
      code: 'signature-certificate-expired',
    })
  })
})

describe('an answer of the authority that the message brings along', () => {
  it.each([
    ['down', { kind: 'unknown', why: 'revocation-unknown' }],
    ['revoked', { kind: 'refusal', code: 'signature-certificate-revoked' }],
  ] as const)('is not taken for its answer now (%s)', async (ocsp, expected) => {
    const { whose, pki } = await openDesk()
    const first = await whose({ ...ACT, cms: await aigerims() })
    if (first.kind !== 'signer' || !first.extended) throw new Error('no evidence')
    pki.control({ ocsp })
    expect(await whose({ ...ACT, cms: first.extended })).toMatchObject(expected)
  })
})

describe('whoever cannot wait', () => {
  it('is told in their time that nobody can say now, though all of it was spent on the way to a thread', async () => {
    const { whose, pki } = await openDesk({}, neverAThread())
    const until = performance.now() + 300
    const verdict = await whose({ ...ACT, cms: await aigerims(), until })
    expect(verdict).toEqual({ kind: 'unknown', why: 'busy', iin: undefined })
    expect(performance.now() - until).toBeLessThan(2_000)
    expect(pki.asked().ocsp).toBe(0)
  })

  it('is told in their time who it is though the authority keeps silent, and that it does', async () => {
    const { whose, pki } = await openDesk({ AUTHORITY_TIMEOUT_MS: 60_000 })
    pki.control({ ocsp: 'slow' })
    const until = performance.now() + 2_000
    const verdict = await whose({ ...ACT, cms: await aigerims(), until })
    expect(verdict).toEqual({ kind: 'unknown', why: 'revocation-unknown', iin: AIGERIM.iin })
    expect(performance.now()).toBeLessThan(until + 1_000)
  })
})

/** Threads that are taken for ever. */
function neverAThread(): Pick<VerificationPool, 'run'> {
  const { run } = openLane(0, 1)
  return { run: async (_lane, _name, _input, whole) => (await run(() => expect.fail(), whole)) ?? { kind: 'busy' } }
}

describe('a check that ends its thread', () => {
  /** The task of this name does; the others are done as ever. */
  const endedAt = (name: string, run: VerificationPool['run']): Pick<VerificationPool, 'run'> => ({
    run: async (lane, task, ...rest) => (task === name ? { kind: 'ended', why: 'crashed' } : run(lane, task, ...rest)),
  })

  it.each([
    ['examine', { why: 'check-ended', iin: undefined }],
    ['gatherEvidence', { why: 'check-ended', iin: AIGERIM.iin }],
    ['judgeRevocation', { why: 'revocation-unknown', iin: AIGERIM.iin }], // it reads the authority's words, not the person's
  ] as const)('in %s is told by its own word', async (task, expected) => {
    const { pool } = await openDesk()
    const { whose } = await openDesk({}, endedAt(task, pool.run))
    expect(await whose({ ...ACT, cms: await aigerims() })).toEqual({ kind: 'unknown', ...expected })
  })
})

describe('a rush', () => {
  it('leaves the main thread free for others all the while', async () => {
    const { whose } = await openDesk()
    const broken = Buffer.from(await aigerims(), 'base64')
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1 // found out by the arithmetic alone, without the network
    const order: string[] = []
    const asked = Array.from({ length: 20 }, () => whose({ ...ACT, cms: broken }).then(({ kind }) => order.push(kind)))
    const all = Promise.all(asked).then(() => order.push('all'))
    while (order.at(-1) !== 'all') {
      order.push('a turn of others')
      await new Promise(setImmediate)
    }
    await all
    expect(order.filter(what => what === 'refusal')).toHaveLength(20)
    const runs = order.join(' ').match(/(refusal ?)+/g) ?? [] // a check on the main thread would answer all in one breath
    expect(runs.length).toBeGreaterThan(2)
  })

  it('is answered as far as there is room, and the rest told at once that there is none', async () => {
    const { whose } = await openDesk({ AUTHORITY_TIMEOUT_MS: 60_000 }) // however busy the machine is
    const cms = await aigerims()
    const verdicts = await Promise.all(Array.from({ length: 120 }, () => whose({ ...ACT, cms })))
    const busy = verdicts.filter(({ kind }) => kind === 'unknown')
    expect(busy).toContainEqual({ kind: 'unknown', why: 'busy', iin: undefined })
    expect(verdicts.filter(({ kind }) => kind === 'signer').length).toBeGreaterThanOrEqual(20)
    expect(verdicts.filter(({ kind }) => kind === 'refusal')).toEqual([])
  })
})
