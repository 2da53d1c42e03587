// The responder: the genuine shape, the truth by its register, and each way to go wrong.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDer } from '@otinish/eds/der/read'
import { boolean, element, explicit, integer, nullValue, octetString, oid, sequence } from '@otinish/eds/der/write'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../demo/persons.ts'
import { openKeyFile } from '../p12/read.ts'
import { extension } from '../pki/extensions.ts'
import { makeImpostor } from '../pki/services.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { certificateId, NONCE, ocspRequest, type ReadAnswer, readOcspAnswer } from '../testing/ocsp.ts'
import { at, skeleton } from '../testing/skeleton.ts'
import { vectors } from '../testing/vectors.ts'
import { answerOcsp, type OcspDesk, type OcspMode } from './answer.ts'
import { readOcspRequest } from './read-request.ts'

let demo: DemoDir
const desks: Partial<Record<'gost' | 'rsa', OcspDesk>> = {}
beforeAll(async () => {
  demo = await makeDemoDir()
  const revoked = demo.keys.flatMap(({ revocation }) => revocation ?? [])
  for (const kind of ['gost', 'rsa'] as const)
    desks[kind] = {
      issuer: demo.authority[`issuing-${kind}`],
      responder: demo.authority[`ocsp-${kind}`],
      impostor: await makeImpostor(`ocsp-${kind}`, demo.authority),
      revoked,
      now: NOW,
    }
})
afterAll(() => demo.remove())

const KIND = { signing: 'gost', authentication: 'rsa' } as const

function desk(kind: 'gost' | 'rsa'): OcspDesk {
  const found = desks[kind]
  if (!found) throw new Error('not ready')
  return found
}

function certificateOf(purpose: keyof typeof KIND, what: 'good' | 'revoked' | 'expired' = 'good'): Uint8Array {
  const { file, password } = keyOf(demo, MAIN.iin, purpose, what)
  return openKeyFile(readFileSync(path.join(demo.keysDir, file)), password).certificate
}

const usualRequest = () => ocspRequest([{ certificate: certificateOf('signing'), issuer: desk('gost').issuer }])

function ask(mode: OcspMode, bytes = usualRequest(), kind: 'gost' | 'rsa' = 'gost'): ReadAnswer | number {
  return readOcspAnswer(answerOcsp(bytes, mode, desk(kind)), desk(kind).issuer)
}

describe('the responder', () => {
  for (const purpose of ['signing', 'authentication'] as const) {
    const kind = KIND[purpose]
    it(`tells good from revoked among the ${kind} certificates of one request, each certID as it was asked`, () => {
      const { issuer } = desk(kind)
      const questions = [
        { certificate: certificateOf(purpose), issuer },
        { certificate: certificateOf(purpose, 'revoked'), issuer, hash: 'sha1' },
      ] as const
      const answer = ask('good', ocspRequest(questions), kind)
      expect(answer).toMatchObject({
        producedAt: NOW,
        thisUpdate: [NOW, NOW],
        nonce: NONCE,
        signatureHolds: true,
        isDelegated: true,
        statuses: [
          { is: 'good', since: undefined, id: certificateId(questions[0]) },
          { is: 'revoked', reason: kind === 'gost' ? 6 : 4, id: certificateId(questions[1]) },
        ],
      })
    })
  }

  it('does not know the certificates of another issuer, nor any by a hash that it does not compute', () => {
    const foreign = { certificate: certificateOf('authentication'), issuer: desk('rsa').issuer }
    expect(ask('good', ocspRequest([foreign]))).toMatchObject({ statuses: [{ is: 'unknown' }] })
    const id = readDer(certificateId({ certificate: certificateOf('signing'), issuer: desk('gost').issuer }))
    const [, ...rest] = id.children.map(({ encoded }) => encoded)
    const streebog = sequence(sequence(oid('1.2.398.3.10.1.3.3'), nullValue()), ...rest)
    expect(ask('good', sequence(sequence(sequence(sequence(streebog)))))).toMatchObject({
      statuses: [{ is: 'unknown', id: streebog }],
    })
  })

  it('leaves the nonce out when none was sent, and echoes any of 1 to 32 octets', () => {
    const question = [{ certificate: certificateOf('signing'), issuer: desk('gost').issuer }]
    expect(ask('good', ocspRequest(question, null))).toMatchObject({ nonce: undefined })
    for (const length of [1, 8, 24, 32]) {
      const nonce = new Uint8Array(length).fill(0x5a)
      expect(ask('good', ocspRequest(question, nonce))).toMatchObject({ nonce })
    }
  })
})

describe('a request is malformed', () => {
  const id = () => certificateId({ certificate: certificateOf('signing'), issuer: desk('gost').issuer })
  const withExtensions = (...extensions: Uint8Array[]) =>
    sequence(sequence(sequence(sequence(id())), explicit(2, sequence(...extensions))))
  const nonce = (length: number) => extension('1.3.6.1.5.5.7.48.1.2', octetString(new Uint8Array(length)))

  for (const [what, make] of [
    ['when it is empty', () => new Uint8Array()],
    ['when it is text', () => Buffer.from('hello')],
    ['with a trailing byte', () => Buffer.concat([usualRequest(), Buffer.of(0)])],
    ['when it asks nothing', () => sequence(sequence(sequence()))],
    ['of another version', () => sequence(sequence(explicit(0, integer(1)), sequence(sequence(id()))))],
    ['with a field too many', () => sequence(sequence(sequence(sequence(id()))), explicit(0, nullValue()))],
    ['with a certID of three fields', () => sequence(sequence(sequence(sequence(sequence(nullValue())))))],
    ['with an empty nonce', () => withExtensions(nonce(0))],
    ['with a nonce of 33 octets', () => withExtensions(nonce(33))],
    ['with two nonces', () => withExtensions(nonce(16), nonce(16))],
    ['with a nonce that is no OCTET STRING', () => withExtensions(extension('1.3.6.1.5.5.7.48.1.2', integer(1)))],
    ['with an unknown critical extension', () => withExtensions(extension('1.2.3.4', nullValue(), 'critical'))],
    [
      'with an extension whose flag is no BOOLEAN',
      () => withExtensions(sequence(oid('1.2.3.4'), element(0x02, Uint8Array.of(1)), octetString(boolean(true)))),
    ],
  ] as const)
    it(what, () => expect(ask('good', make())).toBe(1))
})

describe('the mode', () => {
  for (const [mode, expected] of [
    ['revoked', { statuses: [{ is: 'revoked', reason: 1 }], signatureHolds: true }],
    ['unknown', { statuses: [{ is: 'unknown' }], signatureHolds: true }],
    ['unknown-1970', { statuses: [{ is: 'revoked', since: new Date(0), reason: 6 }], signatureHolds: true }],
    ['lying', { statuses: [{ is: 'good' }], signatureHolds: true, isDelegated: false }],
    ['forged', { statuses: [{ is: 'good' }], signatureHolds: false, isDelegated: true }],
    ['no-nonce', { statuses: [{ is: 'good' }], nonce: undefined, signatureHolds: true }],
    ['old', { producedAt: new Date(NOW.getTime() - 3_600_000), nonce: NONCE, signatureHolds: true }],
  ] as const)
    it(`${mode} says what it is named after`, () => expect(ask(mode)).toMatchObject(expected))

  it('lying and forged call a revoked certificate good', () => {
    const revoked = ocspRequest([{ certificate: certificateOf('signing', 'revoked'), issuer: desk('gost').issuer }])
    for (const mode of ['lying', 'forged'] as const)
      expect(ask(mode, revoked)).toMatchObject({ statuses: [{ is: 'good' }] })
    expect(ask('good', revoked)).toMatchObject({ statuses: [{ is: 'revoked' }] })
  })

  it('lying encloses a certificate that differs from the true one in nothing but key and signature', () => {
    const { impostor, responder } = desk('gost')
    expect(skeleton(readDer(impostor.certificate))).toEqual(skeleton(readDer(responder.certificate)))
    for (const field of [2, 3, 4, 5]) // signature algorithm, issuer, validity, subject
      expect(Buffer.from(at(readDer(impostor.certificate), 0, field).encoded)).toEqual(
        Buffer.from(at(readDer(responder.certificate), 0, field).encoded),
      )
  })

  it('wrong-nonce answers with another nonce of the same length', () => {
    const answer = ask('wrong-nonce')
    if (typeof answer === 'number') throw new Error('no answer')
    expect(answer.nonce).toHaveLength(NONCE.length)
    expect(answer.nonce).not.toEqual(NONCE)
  })

  it('other-certificate speaks of a neighbour', () => {
    const asked = certificateId({ certificate: certificateOf('signing'), issuer: desk('gost').issuer })
    const answer = ask('other-certificate')
    if (typeof answer === 'number') throw new Error('no answer')
    const [single] = answer.statuses
    expect(single?.is).toBe('good')
    expect(single?.id).toEqual(asked.with(-1, (asked.at(-1) ?? 0) ^ 1))
  })

  it('try-later says nothing but that', () => expect(ask('try-later')).toBe(3))
})

const genuine = vectors('pki/vectors')
describe.skipIf(!genuine)('an answer has the shape of a genuine one', () => {
  const file = (name: string) => readFileSync(path.join(genuine ?? '', name))
  const basicOf = (response: Uint8Array) => readDer(at(readDer(response), 1, 0, 1).content)

  it('good, by the GOST responder of 2026: to the last field, its certificate included', () => {
    const question = { certificate: certificateOf('signing'), issuer: desk('gost').issuer, hash: 'sha1' } as const
    const ours = answerOcsp(ocspRequest([question]), 'good', desk('gost'))
    const theirs = file('ocsp/xades-lt_test_gost512_good_2026-09-02.der')
    expect(skeleton(readDer(ours))).toEqual(skeleton(readDer(theirs)))
  })

  it('revoked, by the GOST responder of 2022: everything that is signed', () => {
    const question = { certificate: certificateOf('signing', 'revoked'), issuer: desk('gost').issuer }
    const ours = basicOf(answerOcsp(ocspRequest([question]), 'good', desk('gost')))
    const theirs = basicOf(file('ocsp/ocsp_response_ceo_2015_revoked.der'))
    for (const part of [0, 1, 2]) expect(skeleton(at(ours, part))).toEqual(skeleton(at(theirs, part)))
  })

  it('good, by the RSA responder: all but the names', () => {
    const question = { certificate: certificateOf('authentication'), issuer: desk('rsa').issuer }
    const ours = basicOf(answerOcsp(ocspRequest([question]), 'good', desk('rsa')))
    const theirs = basicOf(file('ocsp/ocsp_response_individual_sign_2004.der'))
    for (const steps of [[0, 1], [0, 2], [0, 3], [1], [2]])
      expect(skeleton(at(ours, ...steps))).toEqual(skeleton(at(theirs, ...steps)))
  })

  it('and a genuine request for two certificates is understood', () => {
    const request = readOcspRequest(file('requests/falseclock_ocsp_request_2certs_sha1_nonce.der'))
    expect(request.ids.map(({ hash }) => hash)).toEqual(['sha1', 'sha1'])
    expect(request.nonce).toHaveLength(16)
  })
})
