// What Kazakhstan's national authorities signed: every certificate and CRL of theirs with a GOST signature, be it of 2015
// (Streebog) or of 2004 (GOST 34.311-95).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyAlgorithm, signatureAlgorithm } from '../algorithms.ts'
import { CRYPTOPRO_A } from '../curve-parameters.ts'
import { GAMMA_KEY, readGammaPublicKey } from '../gamma-key.ts'
import { createGost34311 } from '../gost34311.ts'
import { legacyDigestAlgorithm, legacyKeyAlgorithm, legacySignatureAlgorithm } from '../legacy-algorithms.ts'
import { verifyDigest } from '../verify.ts'
import { holds, nodeAt, readKey, readOid, readSigned } from './der.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const folder = path.resolve(root, process.env['OTINISH_VECTORS'] ?? '../shared', 'pki/vectors')
const present = existsSync(folder)
if (!present) console.log(`skipped: there is no ${folder}`)

type Thing = { readonly name: string; readonly der: Uint8Array }

function things(subfolder: string): Thing[] {
  if (!present) return []
  const names = readdirSync(path.join(folder, subfolder)).map(name => `${subfolder}/${name}`)
  return names.map(name => ({ name, der: new Uint8Array(readFileSync(path.join(folder, name))) }))
}

const algorithmOf = ({ der }: Thing): string => readSigned(der).algorithm
const isOurs = (thing: Thing): boolean => signatureAlgorithm(algorithmOf(thing)) !== undefined
const isLegacy = (thing: Thing): boolean => legacySignatureAlgorithm(algorithmOf(thing)) !== undefined
const isGost = (thing: Thing): boolean => isOurs(thing) || isLegacy(thing)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const authorities = [...things('ca-prod'), ...things('ca-test')].filter(isGost)
const certificates = [...authorities, ...things('ee').filter(isGost)]
const lists = things('crl').filter(isGost)
const all = [...things('ca-prod'), ...things('ca-test'), ...things('ee'), ...things('crl')]

function authority(name: string): Thing {
  const found = authorities.find(thing => thing.name === name)
  if (!found) throw new Error(`${name} is missing`)
  return found
}

/** The identifier in the subjectPublicKeyInfo of a certificate. */
const keyAlgorithmOf = ({ der }: Thing): string => readOid(nodeAt(der, 0, 0, 6, 0, 0).content)

/** The certificates of all authorities that bear the name of the issuer, to the octet. */
function issuersOf({ der }: Thing, issuerField: number): Thing[] {
  const issuer = hex(nodeAt(der, 0, 0, issuerField).encoded)
  return authorities.filter(authority => hex(nodeAt(authority.der, 0, 0, 5).encoded) === issuer)
}

function isSignedBy(issuer: Thing, signed: ReturnType<typeof readSigned>): boolean {
  const key = readKey(issuer.der, 6)
  const algorithm = keyAlgorithm(key.algorithm, key.parameterSet) ?? legacyKeyAlgorithm(key.algorithm, key.parameterSet)
  const named = signatureAlgorithm(signed.algorithm) ?? legacySignatureAlgorithm(signed.algorithm)
  return algorithm !== undefined && algorithm.layout === named?.layout && holds(algorithm, key.bytes, signed)
}

describe.skipIf(!present)('the national authorities', () => {
  for (const certificate of certificates)
    it(`signed ${certificate.name}`, () =>
      expect(issuersOf(certificate, 3).some(issuer => isSignedBy(issuer, readSigned(certificate.der)))).toBe(true))

  for (const list of lists)
    it(`signed ${list.name}`, () =>
      expect(issuersOf(list, 2).some(issuer => isSignedBy(issuer, readSigned(list.der)))).toBe(true))

  it('published keys that are points of order q', () => {
    for (const { der } of certificates.filter(isOurs)) {
      const key = readKey(der, 6)
      const algorithm = keyAlgorithm(key.algorithm, key.parameterSet)
      expect(algorithm?.layout.readPublicKey(algorithm.curve, key.bytes).curve.name).toBe('tc26-512-A')
    }
  })

  it('did not sign what differs in one bit', () => {
    const root = authority('ca-prod/root_gost_2022.cer')
    const signed = readSigned(root.der)
    const tbs = signed.tbs.slice()
    tbs[100] = (tbs[100] ?? 0) ^ 1
    expect(isSignedBy(root, signed)).toBe(true)
    expect(isSignedBy(root, { ...signed, tbs })).toBe(false)
  })

  it('did not sign in the Russian layout', () => {
    const root = authority('ca-prod/root_gost_2022.cer')
    const { tbs, signature, algorithm } = readSigned(root.der)
    expect(isSignedBy(root, { tbs, algorithm, signature: signature.toReversed() })).toBe(false)
  })

  it('are represented here as far as their signatures are GOST-2015', () => {
    const count = [...certificates, ...lists].filter(isOurs).length
    console.log(`GOST-2015: ${count} of ${all.length} certificates and CRL; the rest is GOST-2004 or RSA`)
    expect(certificates.filter(isOurs).length).toBeGreaterThan(40)
    expect(lists.filter(isOurs).length).toBeGreaterThan(3)
  })
})

describe.skipIf(!present)('the national authorities with GOST-2004', () => {
  const root = () => readSigned(authority('ca-prod/root_gost_2020.cer').der)

  it('published keys that are points on CryptoPro-A and name the test substitution', () => {
    for (const certificate of certificates.filter(isLegacy)) {
      if (keyAlgorithmOf(certificate) === GAMMA_KEY) continue
      const key = readKey(certificate.der, 6)
      const algorithm = legacyKeyAlgorithm(key.algorithm, key.parameterSet)
      expect(algorithm?.layout.readPublicKey(algorithm.curve, key.bytes).curve).toBe(CRYPTOPRO_A)
      const digest = readOid(nodeAt(certificate.der, 0, 0, 6, 0, 1, 1).content)
      expect(legacyDigestAlgorithm(digest)).toBe(algorithm?.digest)
    }
  })

  it('certified keys in the form of Gamma that are points on CryptoPro-A', () => {
    const gamma = certificates.filter(certificate => keyAlgorithmOf(certificate) === GAMMA_KEY)
    for (const { der } of gamma) {
      const blob = nodeAt(der, 0, 0, 6, 1).content.subarray(1)
      expect(readGammaPublicKey(blob).curve).toBe(CRYPTOPRO_A)
    }
    expect(gamma.map(({ name }) => name.slice(0, 'ee/gost2004_legal_other'.length))).toEqual([
      'ee/gost2004_legal_other',
      'ee/gost2004_legal_other',
    ])
  })

  it('did not sign what differs in one bit', () => {
    const { tbs, ...signed } = root()
    const changed = tbs.map((octet, i) => (i === 100 ? octet ^ 1 : octet))
    expect(isSignedBy(authority('ca-prod/root_gost_2020.cer'), { ...signed, tbs })).toBe(true)
    expect(isSignedBy(authority('ca-prod/root_gost_2020.cer'), { ...signed, tbs: changed })).toBe(false)
  })

  it('did not sign in the Russian layout', () => {
    const { tbs, signature, algorithm } = root()
    const reversed = { tbs, algorithm, signature: signature.toReversed() }
    expect(isSignedBy(authority('ca-prod/root_gost_2020.cer'), reversed)).toBe(false)
  })

  it('did not hash with the substitution of CryptoPro', () => {
    const { tbs, signature } = root()
    const key = readKey(authority('ca-prod/root_gost_2020.cer').der, 6)
    const algorithm = legacyKeyAlgorithm(key.algorithm, key.parameterSet)
    if (!algorithm) throw new Error('the key of root_gost_2020.cer is unknown')
    const { layout, curve } = algorithm
    const verifies = (set: 'test' | 'cryptopro'): boolean => {
      const hash = createGost34311(set)
      hash.update(tbs)
      const e = layout.digestToNumber(hash.digest())
      return verifyDigest(layout.readPublicKey(curve, key.bytes), e, layout.readSignature(curve, signature))
    }
    expect([verifies('test'), verifies('cryptopro')]).toEqual([true, false])
  })

  it('are represented here by every GOST-2004 signature in the folder', () => {
    const found = [certificates.filter(isLegacy).length, lists.filter(isLegacy).length]
    const named = all.filter(thing => algorithmOf(thing).startsWith('1.2.398.3.10.1.1.1')).length
    console.log(`GOST-2004: ${found[0]} certificates and ${found[1]} CRL of ${named} in ${all.length} files`)
    expect(found).toEqual([25, 2])
    expect(named).toBe(27)
  })
})
