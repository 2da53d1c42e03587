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
import { NOT_APPLICABLE } from './not-applicable.ts'

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

/** Sets of RFC 4357 §11.4 that no key we read may lie on; their multiplications are published all the same. */
const CRYPTOPRO_B: Curve = {
  name: 'cryptopro-B',
  bytes: 32,
  p: 2n ** 255n + 0xc99n,
  a: 2n ** 255n + 0xc96n,
  b: 0x3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8bn,
  q: 0x800000000000000000000000000000015f700cfff1a624e5e497161bcc8a198fn,
  cofactor: 1n,
  x: 1n,
  y: 0x3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efcn,
}
const CRYPTOPRO_C: Curve = {
  name: 'cryptopro-C',
  bytes: 32,
  p: 0x9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759bn,
  a: 0x9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d7598n,
  b: 0x805an,
  q: 0x9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9n,
  cofactor: 1n,
  x: 0n,
  y: 0x41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67n,
}

const CURVES: Readonly<Record<string, Curve>> = {
  'id-GostR3410-2001-CryptoPro-B-ParamSet': CRYPTOPRO_B,
  'id-GostR3410-2001-CryptoPro-C-ParamSet': CRYPTOPRO_C,
  'id-GostR3410-2001-CryptoPro-A-ParamSet': CRYPTOPRO_A,
  'id-tc26-gost-3410-12-512-paramSetA': TC26_512_A,
  'id-tc26-gost-3410-12-512-paramSetB': TC26_512_B,
  'id-tc26-gost-3410-2012-256-paramSetA': TC26_256_A,
  'id-tc26-gost-3410-2012-512-paramSetC': TC26_512_C,
}

/** The kinds of CMS that tests below look at. */
const TRIED = new Set(['TestSigned', 'TestDigested'])

const bytesOf = ({ der }: Example): Uint8Array => Buffer.from(der, 'base64')
function keyIn({ class: kind, test }: Example): { algorithm: KeyAlgorithm; bytes: Uint8Array } {
  const first = answers.x509.find(other => other.class === kind && other.test === test && other.n === 1)
  if (!first) throw new RangeError(`no key for ${test}`)
  const key = readKey(bytesOf(first), kind === 'TestCertificate' ? 6 : 2) // a certificate or a request
  const curve = TEST_SETS.get(key.parameterSet)
  const algorithm: KeyAlgorithm | undefined = curve
    ? { layout: RFC9215, curve, digest: curve.bytes === 64 ? 'streebog512' : 'streebog256' }
    : keyAlgorithm(key.algorithm, key.parameterSet)
  if (!algorithm) throw new RangeError(`no curve ${key.parameterSet}`)
  return { algorithm, bytes: key.bytes }
}

describe.skipIf(!present)('published answers', () => {
  for (const { name, bits, msg, digest } of answers.streebog)
    it(`hash ${name}, ${bits} bits`, () => {
      const hash = bits === 512 ? streebog512 : streebog256
      expect(Buffer.from(hash(Buffer.from(msg, 'hex'))).toString('hex')).toBe(digest)
    })

  for (const { curve: name, k, point, result } of answers.ec_multiply)
    it(`multiply ${point === 'G' ? 'the generator' : 'a point'} of ${name} by ${k.slice(0, 12)}…`, () => {
      const curve = CURVES[name]
      if (!curve) throw new RangeError(`no curve ${name}`)
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

  it('are all tried but those that are declared not to be about signatures', () => {
    const { streebog, ec_multiply: points, x509, cms } = answers
    const declared = cms.filter(({ class: kind }) => NOT_APPLICABLE.has(kind))
    console.log(
      [
        `hashes: ${streebog.length} of ${streebog.length}`,
        `multiplications: ${points.length} of ${points.length}`,
        `certificates, requests and CRL: ${x509.length} of ${x509.length}`,
        `CMS: ${cms.length - declared.length} of ${cms.length - declared.length}, and ${declared.length} not applicable`,
        ...declared.map(({ class: kind, test }) => `  ${kind} ${test}: ${NOT_APPLICABLE.get(kind)}`),
      ].join('\n'),
    )
    expect([streebog.length, points.length, x509.length, cms.length]).toEqual([5, 21, 11, 8])
    expect(declared).toHaveLength(4)
    expect(cms.filter(({ class: kind }) => !TRIED.has(kind) && !NOT_APPLICABLE.has(kind))).toEqual([])
  })
})
