// Signatures that do not hold, the key being good: a verifier has to refuse every one.
import { writeBigEndian, writeLittleEndian } from '../src/integer-bytes.ts'
import { RFC9215 } from '../src/layout.ts'
import { type Claim, finite, type Maker } from './claim.ts'
import type { Family } from './family.ts'
import type { Failure, Row, WriteRow } from './row.ts'
import { firstPoint, messageOf } from './valid-rows.ts'

type Make = { readonly family: Family; readonly maker: Maker; readonly row: WriteRow }

export function signatureRows(make: Make): readonly Row[] {
  return [...rangesOf(make), ...wrongNumbersOf(make), ...infinitiesOf(make), ...lengthsOf(make), ...ordersOf(make)]
}

/** The claim that the rows of a table spoil. */
export function goodClaim({ family, maker }: Pick<Make, 'family' | 'maker'>, title: string): Claim {
  return maker.sign(maker.scalar('key'), maker.scalar(`nonce ${title}`), messageOf(family, title))
}

function rangesOf({ family, maker, row }: Make): readonly Row[] {
  const { q, p, bytes } = maker.curve
  const greatest = 2n ** BigInt(8 * bytes) - 1n
  const smallR = maker.claimThrough(firstPoint(maker, 1n, 1n), maker.scalar('s of r + q'), messageOf(family, 'r + q'))
  const c = finite(maker.multiply(maker.scalar('nonce of s + q'), maker.generator))
  const smallS = maker.claimThrough(c, 1n, messageOf(family, 's + q'))
  const good = goodClaim({ family, maker }, 'out of range')
  const out: readonly (readonly [string, string, Claim])[] = [
    ['r = 0', 'so z2 = 0 and the key plays no part', { ...good, r: 0n }],
    ['s = 0', 'so z1 = 0', { ...good, s: 0n }],
    ['r = s = 0', 'C is the zero of the group; whoever reads it as x = 0 finds x_C = r', { ...good, r: 0n, s: 0n }],
    ['r = q', 'zero modulo q, so z2 = 0', { ...good, r: q }],
    ['s = q', 'zero modulo q, so z1 = 0', { ...good, s: q }],
    ['r = s = q', 'as r = s = 0, unreduced', { ...good, r: q, s: q }],
    [
      'r + q',
      'the equation holds modulo q, but the signature would have a second form',
      { ...smallR, r: smallR.r + q },
    ],
    ['s + q', 'as before', { ...smallS, s: smallS.s + q }],
    ['r = q + 1', 'just above the range', { ...good, r: q + 1n }],
    ['s = q + 1', 'just above the range', { ...good, s: q + 1n }],
    ['r of ones', 'every bit of r is set', { ...good, r: greatest }],
    ['s of ones', 'every bit of s is set', { ...good, s: greatest }],
    ['r = p', p < q ? 'below q, but no abscissa is so great' : 'above q', { ...good, r: p }],
  ]
  return out
    .filter(([, , { r, s }]) => r <= greatest && s <= greatest)
    .map(([title, comment, claim]) => {
      const failure: Failure = title === 'r = p' && p < q ? 'equation' : 'signature-out-of-range'
      return row(title, comment, claim, { failure })
    })
}

function wrongNumbersOf({ family, maker, row }: Make): readonly Row[] {
  const { q } = maker.curve
  const good = goodClaim({ family, maker }, 'wrong numbers')
  const other = goodClaim({ family, maker }, 'other numbers')
  const d = maker.scalar('key')
  const wrong: readonly (readonly [string, string, Claim])[] = [
    ['r = q − 1', 'in its range, but another', { ...good, r: q - 1n }],
    ['s = q − 1, not made so', 'in its range, but another', { ...good, s: q - 1n }],
    ['r = s = 1', 'the smallest numbers', { ...good, r: 1n, s: 1n }],
    ['−r', 'q less r', { ...good, r: q - good.r }],
    ['−s', 'q less s, which ECDSA would accept', { ...good, s: q - good.s }],
    ['of another message', 'a good signature of something else', { ...good, r: other.r, s: other.s }],
    [
      'of another key',
      'a good signature by somebody else',
      { ...good, key: finite(maker.multiply(d + 1n, maker.generator)) },
    ],
    ['of the opposite key', 'the key is −Q', { ...good, key: maker.negate(good.key) }],
    ['e = 0 signed as 0', 's = r·d, as if zero were not replaced by 1', { ...good, e: 0n, s: maker.modQ(good.r * d) }],
  ]
  const rows = wrong.map(([title, comment, claim]) => row(title, comment, claim, { failure: 'equation' }))
  const digest = writeLittleEndian(good.e, maker.curve.bytes)
  return [
    ...rows.map(each => (each.title.startsWith('e = 0') ? withoutMessage(each) : each)),
    row('of another digest', 'one bit differs', good, {
      digest: digest.with(0, (digest[0] ?? 0) ^ 1),
      failure: 'equation',
    }),
    row('of the reversed digest', 'the signer read it big-endian', good, {
      digest: digest.toReversed(),
      failure: 'equation',
    }),
  ]
}

function withoutMessage({ message: _, ...row }: Row): Row {
  return row
}

/** s = r·d makes z1·P + z2·Q the zero of the group, whatever r is. */
function infinitiesOf({ family, maker, row }: Make): readonly Row[] {
  const d = maker.scalar('key')
  const good = goodClaim({ family, maker }, 'infinity')
  const zero = (title: string, comment: string, r: bigint): Row =>
    row(title, comment, { ...good, r, s: maker.modQ(r * d) }, { failure: 'equation' })
  return [
    zero('C is the zero of the group', 's = r·d', good.r),
    zero('C is the zero of the group and r = 1', 'x = 1 is how some write the zero in projective coordinates', 1n),
    zero('C is the zero of the group and r = x_P', 'r is the abscissa of the generator', maker.modQ(maker.generator.x)),
  ]
}

function lengthsOf({ family, maker, row }: Make): readonly Row[] {
  const good = goodClaim({ family, maker }, 'lengths')
  const octets = family.layout.writeSignature(maker.curve, good)
  const { bytes } = maker.curve
  const failure = 'signature-length'
  const lengths: readonly (readonly [string, string, Uint8Array])[] = [
    ['without its last octet', 'one short', octets.subarray(0, -1)],
    ['without its first octet', 'one short', octets.subarray(1)],
    ['with a zero octet after it', 'one long', Uint8Array.of(...octets, 0)],
    ['with a zero octet before it', 'one long', Uint8Array.of(0, ...octets)],
    [
      'with a zero octet before each half',
      'two long',
      Uint8Array.of(0, ...octets.subarray(0, bytes), 0, ...octets.subarray(bytes)),
    ],
    ['twice', 'twice as long', Uint8Array.of(...octets, ...octets)],
    ['its first half', 'half as long', octets.subarray(0, bytes)],
    ['nothing', 'no octets at all', new Uint8Array()],
    ['as a DER SEQUENCE', 'r and s as INTEGERs, the form of ECDSA', derSequence(good)],
    ['in an OCTET STRING', 'wrapped once more', Uint8Array.of(4, ...derLength(octets.length), ...octets)],
  ]
  return lengths.map(([title, comment, signature]) => row(title, comment, good, { signature, failure }))
}

/** Good numbers in another order of octets. Such octets may spell numbers beyond q, which is seen first. */
function ordersOf({ family, maker, row }: Make): readonly Row[] {
  const good = goodClaim({ family, maker }, 'orders')
  const { layout } = family
  const { curve } = maker
  const octets = layout.writeSignature(curve, good)
  const [left, right] = [octets.subarray(0, curve.bytes), octets.subarray(curve.bytes)]
  const orders: readonly (readonly [string, string, Uint8Array])[] = [
    ['in the other layout', 'Kazakhstan reverses the order of RFC 9215 to the octet', octets.toReversed()],
    [
      'with the octets of each half reversed',
      'the halves stand right',
      Uint8Array.of(...left.toReversed(), ...right.toReversed()),
    ],
    ['with its halves exchanged', 'each half is right', Uint8Array.of(...right, ...left)],
  ]
  return orders.map(([title, comment, signature]) => {
    const failure: Failure = isInRange(signature, { family, maker }) ? 'equation' : 'signature-out-of-range'
    return row(title, comment, good, { signature, failure })
  })
}

function isInRange(signature: Uint8Array, { family, maker }: Pick<Make, 'family' | 'maker'>): boolean {
  const { bytes, q } = maker.curve
  const ordered = family.layout === RFC9215 ? signature : signature.toReversed()
  return [ordered.subarray(0, bytes), ordered.subarray(bytes)].every(half => {
    const number = half.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n)
    return number > 0n && number < q
  })
}

function derSequence({ r, s }: Claim): Uint8Array {
  const content = [r, s].flatMap(number => {
    const octets = writeBigEndian(number, Math.floor(number.toString(2).length / 8) + 1) // a sign bit in front
    return [2, ...derLength(octets.length), ...octets]
  })
  return Uint8Array.of(0x30, ...derLength(content.length), ...content)
}

function derLength(length: number): readonly number[] {
  return length < 128 ? [length] : [0x81, length]
}
