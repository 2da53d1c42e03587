// Genuine answers and lists of the national authority, and those of a second producer.

import { expect, it } from 'vitest'
import { decodeMaybePem } from '../pem.ts'
import { checkEach, describeWith, expectedOf, PKI } from '../test-conformance.ts'
import { vector, vectorCertificate } from '../test-vectors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { formatName, sameName } from '../x509/name.ts'
import { type Crl, readCrl } from './crl.ts'
import { findEntries } from './crl-entries.ts'
import { judgeCrls } from './judge-crl.ts'
import { judgeOcsp, type OcspQuestion } from './judge-ocsp.ts'
import type { RevocationReason } from './revocation-reason.ts'
import { basicOf, outcomeOf } from './test-outcomes.ts'
import { word } from './test-status.ts'

const PRODUCED = 'suites/gost-openssl-generated'

const MINUTE = 60_000
const BY_NUMBER: ReadonlyMap<string, RevocationReason> = new Map([
  ['-', 'unspecified'],
  ['3', 'affiliationChanged'],
  ['4', 'superseded'],
  ['5', 'cessationOfOperation'],
  ['6', 'certificateHold'],
])

/** What an independent program read in the files. */
type ExpectedAnswer = {
  producedAt: string
  sigAlg: string
  responderCert: string
  ext: string[]
  single: { serial: string; status: string; thisUpdate: string; revokedAt?: string; reason?: number }
  certIdIssuer: string
}
type ExpectedList = {
  issuer: string
  thisUpdate: string
  nextUpdate: string
  revoked: number
  ext: string[]
  by: string
}
type ExpectedCertificate = { chain: string[]; revokedIn: string[] }

const testAuthority = (name: string) => vectorCertificate(PKI, 'ca-test', name)
const plain = (certificateName: string) => certificateName.replaceAll('\\', '')

/** The certificate with this number, or one that stands for it, of which nothing but the issuer and the number is known. */
function certificateOf(issuer: Certificate, serial: bigint): Certificate {
  const held = expectedOf('ee').map(([file]) => vectorCertificate(PKI, file))
  const found = held.find(one => one.serial === serial && sameName(one.issuer, issuer.subject))
  return found ?? { ...issuer, issuer: issuer.subject, serial, extensions: [] }
}

describeWith([PKI], 'genuine answers of the national responder', () => {
  const files = expectedOf<ExpectedAnswer>('ocsp')
  const questionOf = ({ certIdIssuer, single: { serial, thisUpdate } }: ExpectedAnswer): OcspQuestion => {
    const issuer = testAuthority(certIdIssuer)
    return { certificate: certificateOf(issuer, BigInt(`0x${serial}`)), issuer, at: new Date(thisUpdate) }
  }
  const stillValid = (question: OcspQuestion): OcspQuestion => {
    return { ...question, certificate: { ...question.certificate, notAfter: new Date('2040-01-01') } }
  }

  it('say what an independent program read', () => {
    expect(files).toHaveLength(4)
    checkEach('genuine OCSP responses', files, ([file, expected]) => {
      const { single } = expected
      const question = stillValid(questionOf(expected))
      const receivedAt = new Date(question.at.getTime() + MINUTE)
      const nonce = Buffer.from(expected.ext[0]?.replace(/^1\.3\.6\.1\.5\.5\.7\.48\.1\.2=04../, '') ?? '', 'hex')
      const status = judgeOcsp(vector(PKI, file), { ...question, at: receivedAt, receivedAt, nonce })
      expect(status, file).toMatchObject({
        is: single.status,
        at: new Date(single.thisUpdate),
        ...(single.revokedAt && { since: new Date(single.revokedAt), reason: BY_NUMBER.get(`${single.reason}`) }),
      })
      const { certificates, signatureAlgorithm } = basicOf(vector(PKI, file))
      expect(
        certificates.map(({ subject }) => plain(formatName(subject))),
        file,
      ).toEqual([plain(expected.responderCert)])
      expect(signatureAlgorithm.oid, file).toBe(expected.sigAlg)
    })
  })

  it('are refused with another nonce, an hour later, for another certificate and with any bit flipped', () => {
    for (const [file, expected] of files) {
      const genuine = vector(PKI, file)
      const question = stillValid(questionOf(expected))
      const { certificate, at } = question
      expect(word(judgeOcsp(genuine, { ...question, nonce: new Uint8Array(16) })), file).toBe('ocsp-nonce-mismatch')
      const receivedAt = new Date(at.getTime() + 60 * MINUTE)
      expect(word(judgeOcsp(genuine, { ...question, receivedAt })), file).toBe('ocsp-not-current')
      const other = { ...certificate, serial: certificate.serial + 1n }
      expect(word(judgeOcsp(genuine, { ...question, certificate: other })), file).toBe('ocsp-other-certificate')
      for (let i = 0; i < genuine.length; i += 97) {
        const changed = Uint8Array.from(genuine)
        changed[i] = (changed[i] ?? 0) ^ 1
        expect(judgeOcsp(changed, question).is, `${file} at ${i}`).toBe('unknown')
      }
    }
  })

  it('say nothing of a certificate that had expired, though they say good', () => {
    const file = 'ocsp/ocsp_response_individual_sign_2004.der' // of September 2022; the certificate ended in January
    const question = files.flatMap(([name, expected]) => (name === file ? [questionOf(expected)] : []))
    expect(question.map(one => word(judgeOcsp(vector(PKI, file), one)))).toEqual(['ocsp-not-current'])
  })
})

describeWith([PKI], 'genuine lists of the national authority', () => {
  const files = expectedOf<ExpectedList>('crl').map(([file, expected]) => [file, expected, vector(PKI, file)] as const)
  const lists = new Map(files.map(([file, , der]) => [file.replace('crl/', ''), readCrl(der)]))
  const trustIn = (issuer: Certificate) => ({ anchors: [issuer], intermediates: [] })
  const completeFor = (delta: Crl) => [...lists.values()].filter(({ thisUpdate }) => thisUpdate <= delta.thisUpdate)

  it('are read, and believed of whoever issued them', () => {
    expect(files).toHaveLength(10)
    checkEach('genuine CRLs', files, ([file, expected, der]) => {
      const crl = readCrl(der)
      expect(plain(formatName(crl.issuer)), file).toBe(expected.issuer)
      expect([crl.thisUpdate, crl.nextUpdate], file).toEqual(
        [expected.thisUpdate, expected.nextUpdate].map(t => new Date(t)),
      )
      expect(crl.entries.count, file).toBe(expected.revoked)
      expect(
        crl.extensions.map(({ oid }) => oid),
        file,
      ).toEqual(expected.ext)
      const issuer = testAuthority(expected.by)
      const certificate = certificateOf(issuer, 1n)
      const crls = crl.baseNumber === undefined ? [crl] : completeFor(crl)
      const status = judgeCrls({ certificate, issuer, at: crl.thisUpdate, crls, trust: trustIn(issuer) })
      expect(status, file).toMatchObject({ is: 'good', at: crl.thisUpdate })
    })
  })

  it('are refused with a bit flipped anywhere', () => {
    for (const [file, expected, genuine] of files.filter(([, , der]) => der.length < 1000)) {
      const issuer = testAuthority(expected.by)
      const question = { certificate: certificateOf(issuer, 1n), issuer, at: new Date(expected.thisUpdate) }
      for (let i = 0; i < genuine.length; i += 41) {
        const changed = Uint8Array.from(genuine)
        changed[i] = (changed[i] ?? 0) ^ 1
        const read = (): readonly Crl[] => [readCrl(changed)]
        const judge = () => judgeCrls({ ...question, crls: read(), trust: trustIn(issuer) }).is
        expect(outcomeOf(judge), `${file} at ${i}`).not.toBe('good')
      }
    }
  })

  it('list the certificates that were revoked, and no others', () => {
    const held = expectedOf<ExpectedCertificate>('ee')
    const cases = [...lists].flatMap(([name, crl]) =>
      held.map(([file, expected]) => ({ name, crl, file, certificate: vectorCertificate(PKI, file), expected })),
    )
    const own = cases.filter(({ crl, certificate }) => sameName(crl.issuer, certificate.issuer) && !crl.baseNumber)
    const revoked = own.filter(({ name, expected }) => expected.revokedIn.some(text => text.startsWith(name)))
    expect(revoked.length).toBeGreaterThan(20)
    checkEach('genuine revoked certificates in genuine CRLs', revoked, ({ name, crl, certificate, expected, file }) => {
      const [, since = '', number = ''] =
        /^\S+ (\S+) reason (\S+)$/.exec(expected.revokedIn.find(t => t.startsWith(name)) ?? '') ?? []
      const issuer = testAuthority(expected.chain[0] ?? '')
      const status = judgeCrls({ certificate, issuer, at: crl.thisUpdate, crls: [crl], trust: trustIn(issuer) })
      expect(status, `${file} in ${name}`).toMatchObject({
        is: 'revoked',
        since: new Date(since),
        reason: BY_NUMBER.get(number),
      })
    })
    const others = own.filter(one => !revoked.includes(one))
    checkEach('genuine certificates not in genuine CRLs', others, ({ crl, certificate, file, name }) => {
      expect(findEntries(crl.entries, certificate.serial), `${file} in ${name}`).toEqual([])
    })
  })
})

describeWith([PRODUCED], 'answers and lists made by gost-engine', () => {
  const sets = ['A', 'B', 'C'] as const
  const names = ['user', 'revoked'] as const
  const cases = sets.flatMap(set => names.map(name => [set, name] as const))
  const questionOf = (set: string, name: string) => {
    const issuer = vectorCertificate(PRODUCED, set, 'ca.pem')
    const certificate = vectorCertificate(PRODUCED, set, `${name}.pem`)
    return { certificate, issuer, at: new Date('2027-01-01'), trust: { anchors: [issuer], intermediates: [] } }
  }
  const listOf = (set: string) => readCrl(decodeMaybePem(vector(PRODUCED, set, 'ca.crl')))
  const expected = (name: string) =>
    name === 'user' ? { is: 'good' } : { is: 'revoked', reason: 'keyCompromise', since: new Date('2026-01-01') }

  it('answers, of a responder without nocheck for whom the list vouches', () => {
    checkEach('OCSP responses of gost-engine', cases, ([set, name]) => {
      const response = vector(PRODUCED, set, `ocsp-${name}.resp`)
      const question = questionOf(set, name)
      expect(judgeOcsp(response, { ...question, crls: [listOf(set)] }), `${set} ${name}`).toMatchObject(expected(name))
      expect(word(judgeOcsp(response, question)), `${set} ${name}`).toBe('ocsp-responder-untrusted')
    })
  })

  it('lists', () => {
    checkEach('CRLs of gost-engine', cases, ([set, name]) => {
      const status = judgeCrls({ ...questionOf(set, name), crls: [listOf(set)] })
      expect(status, `${set} ${name}`).toMatchObject(expected(name))
    })
  })
})
