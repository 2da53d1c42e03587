// Published answers: RFC 6986 and others (hash), RFC 8133 (points), RFC 9215 and TK26 (certificates, requests, CRL, CMS).
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type KeyAlgorithm, keyAlgorithm } from '../algorithms.ts'
import { BIGINT_ENGINE } from '../bigint-engine.ts'
import type { Curve } from '../curve.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from '../curve-parameters.ts'
import { RFC9215 } from '../layout.ts'
import { streebog256, streebog512 } from '../streebog.ts'
import { holds, nodeAt, readKey, readNodes, readSigned } from './der.ts'

type Example = { readonly class: string; readonly test: string; readonly n: number; readonly der: string }
type Answers = {
  readonly streebog: readonly { name: string; bits: number; msg: string; digest: string }[]
  readonly ec_multiply: readonly { curve: string; k: string; point: 'G' | [string, string]; result: [string, string] }[]
  readonly x509: readonly Example[]
  readonly cms: readonly Example[]
}

const root = path.resolve(import.meta.dirname, '../../../..')
const file = path.resolve(root, process.env['OTINISH_VECTORS'] ?? '../shared', 'suites/gost/gost-vectors.json')
const present = existsSync(file)
if (!present) console.log(`skipped: there is no ${file}`)
const answers: Answers = present
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { streebog: [], ec_multiply: [], x509: [], cms: [] }

/** The sets of RFC 7091 §7, which only examples use and only this test knows. */
const TEST_SETS = new Map(
  JSON.parse(readFileSync(new URL('../../vectors/rfc7091.json', import.meta.url), 'utf8')).examples.map(
    (example: Record<string, string> & { bytes: 32 | 64 }) => {
      const n = (field: string): bigint => BigInt(`0x${example[field]}`)
      const { bytes } = example
      const numbers = { p: n('p'), a: n('a'), b: n('b'), q: n('q'), x: n('x'), y: n('y') }
      const oid = bytes === 64 ? '1.2.643.7.1.2.1.2.0' : '1.2.643.2.2.35.0'
      return [oid, { name: oid, bytes, cofactor: 1n, ...numbers }] as const
    },
  ) as (readonly [string, Curve])[],
)

const CURVES: Readonly<Record<string, Curve>> = {
  'id-GostR3410-2001-CryptoPro-A-ParamSet': CRYPTOPRO_A,
  'id-tc26-gost-3410-12-512-paramSetA': TC26_512_A,
  'id-tc26-gost-3410-12-512-paramSetB': TC26_512_B,
  'id-tc26-gost-3410-2012-256-paramSetA': TC26_256_A,
  'id-tc26-gost-3410-2012-512-paramSetC': TC26_512_C,
}

const bytesOf = ({ der }: Example): Uint8Array => Buffer.from(der, 'base64')
const report = (what: string, done: number, all: number, rest: string) =>
  console.log(`${what}: ${done} of ${all}${done < all ? ` (${rest})` : ''}`)

function keyIn({ class: kind, test }: Example): { algorithm: KeyAlgorithm; bytes: Uint8Array } {
  const first = answers.x509.find(other => other.class === kind && other.test === test && other.n === 1)
  if (!first) throw new RangeError(`no key for ${test}`)
  const key = readKey(bytesOf(first), kind === 'TestCertificate' ? 6 : 2) // a certificate or a request
  const curve = TEST_SETS.get(key.parameterSet)
  const algorithm = curve ? { layout: RFC9215, curve } : keyAlgorithm(key.algorithm, key.parameterSet)
  if (!algorithm) throw new RangeError(`no curve ${key.parameterSet}`)
  return { algorithm, bytes: key.bytes }
}

describe.skipIf(!present)('published answers', () => {
  for (const { name, bits, msg, digest } of answers.streebog)
    it(`hash ${name}, ${bits} bits`, () => {
      const hash = bits === 512 ? streebog512 : streebog256
      expect(Buffer.from(hash(Buffer.from(msg, 'hex'))).toString('hex')).toBe(digest)
    })

  const points = answers.ec_multiply.filter(({ curve }) => curve in CURVES)
  for (const { curve: name, k, point, result } of points)
    it(`multiply ${point === 'G' ? 'the generator' : 'a point'} of ${name} by ${k.slice(0, 12)}…`, () => {
      const curve = CURVES[name] ?? TC26_512_A
      const [x, y] = point === 'G' ? [curve.x, curve.y] : [BigInt(point[0]), BigInt(point[1])]
      const product = BIGINT_ENGINE.multiplyGenerator({ ...curve, x, y }, BigInt(k))
      expect(product).toEqual({ x: BigInt(result[0]), y: BigInt(result[1]) })
    })

  for (const example of answers.x509)
    it(`sign object ${example.n} of ${example.class} ${example.test}`, () => {
      const { algorithm, bytes } = keyIn(example)
      expect(holds(algorithm, bytes, readSigned(bytesOf(example)))).toBe(true)
    })

  for (const example of answers.cms.filter(other => other.class === 'TestSigned'))
    it(`sign a message, ${example.test}`, () => {
      const signedData = nodeAt(bytesOf(example), 0, 1, 0).content
      const signer = readNodes(nodeAt(signedData, readNodes(signedData).length - 1, 0).content)
      const { algorithm, bytes } = keyIn({ ...example, class: 'TestCertificate' })
      const tbs = nodeAt(signedData, 2, 1, 0).content // no attributes: the content itself is signed
      expect(holds(algorithm, bytes, { tbs, signature: signer.at(-1)?.content ?? new Uint8Array() })).toBe(true)
    })

  for (const example of answers.cms.filter(other => other.class === 'TestDigested'))
    it(`digest a message, ${example.test}`, () => {
      const digested = readNodes(nodeAt(bytesOf(example), 0, 1, 0).content)
      const digest = digested.at(-1)?.content ?? new Uint8Array()
      const content = nodeAt(digested[2]?.content ?? new Uint8Array(), 1, 0).content
      expect((digest.length === 64 ? streebog512 : streebog256)(content)).toEqual(new Uint8Array(digest))
    })

  it('are all tried but those for what is not here', () => {
    const cms = answers.cms.filter(({ class: kind }) => kind === 'TestSigned' || kind === 'TestDigested').length
    report('hashes', answers.streebog.length, answers.streebog.length, '')
    report('multiplications', points.length, answers.ec_multiply.length, 'CryptoPro-B and -C are not here')
    report('certificates, requests and CRL', answers.x509.length, answers.x509.length, '')
    report('CMS', cms, answers.cms.length, 'the rest is encrypted')
    expect([points.length, answers.x509.length, cms]).toEqual([15, 11, 4])
  })
})
