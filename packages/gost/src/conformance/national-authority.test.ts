// What Kazakhstan's national authorities signed: every certificate and CRL of theirs with a GOST-2015 signature.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyAlgorithm, signatureAlgorithm } from '../algorithms.ts'
import { holds, nodeAt, readKey, readSigned } from './der.ts'

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

const isOurs = ({ der }: Thing): boolean => signatureAlgorithm(readSigned(der).algorithm) !== undefined
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const authorities = [...things('ca-prod'), ...things('ca-test')].filter(isOurs)
const certificates = [...authorities, ...things('ee').filter(isOurs)]
const lists = things('crl').filter(isOurs)

/** The certificates of all authorities that bear the name of the issuer, to the octet. */
function issuersOf({ der }: Thing, issuerField: number): Thing[] {
  const issuer = hex(nodeAt(der, 0, 0, issuerField).encoded)
  return authorities.filter(authority => hex(nodeAt(authority.der, 0, 0, 5).encoded) === issuer)
}

function isSignedBy(authority: Thing, signed: ReturnType<typeof readSigned>): boolean {
  const key = readKey(authority.der, 6)
  const algorithm = keyAlgorithm(key.algorithm, key.parameterSet)
  const named = signatureAlgorithm(signed.algorithm)
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
    for (const { der } of certificates) {
      const key = readKey(der, 6)
      const algorithm = keyAlgorithm(key.algorithm, key.parameterSet)
      expect(algorithm?.layout.readPublicKey(algorithm.curve, key.bytes).curve.name).toBe('tc26-512-A')
    }
  })

  it('did not sign what differs in one bit', () => {
    const root = authorities.find(({ name }) => name === 'ca-prod/root_gost_2022.cer')
    if (!root) throw new Error('root_gost_2022.cer is missing')
    const signed = readSigned(root.der)
    const tbs = signed.tbs.slice()
    tbs[100] = (tbs[100] ?? 0) ^ 1
    expect(isSignedBy(root, signed)).toBe(true)
    expect(isSignedBy(root, { ...signed, tbs })).toBe(false)
  })

  it('did not sign in the Russian layout', () => {
    const root = authorities.find(({ name }) => name === 'ca-prod/root_gost_2022.cer')
    if (!root) throw new Error('root_gost_2022.cer is missing')
    const { tbs, signature, algorithm } = readSigned(root.der)
    expect(isSignedBy(root, { tbs, algorithm, signature: signature.toReversed() })).toBe(false)
  })

  it('are represented here as far as their signatures are GOST-2015', () => {
    const all = [...things('ca-prod'), ...things('ca-test'), ...things('ee'), ...things('crl')].length
    console.log(
      `GOST-2015: ${certificates.length + lists.length} of ${all} certificates and CRL; the rest is GOST-2004 or RSA`,
    )
    expect(certificates.length).toBeGreaterThan(40)
    expect(lists.length).toBeGreaterThan(3)
  })
})
