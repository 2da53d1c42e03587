// Signatures that hold although something about them is rare: a verifier has to accept every one.
import type { Point } from '../src/engine.ts'
import { type Claim, finite, type Maker } from './claim.ts'
import type { Family } from './family.ts'
import type { Row, WriteRow } from './row.ts'

type Make = { readonly family: Family; readonly maker: Maker; readonly row: WriteRow }

export function validRows(make: Make): readonly Row[] {
  return [...keysOf(make), ...numbersOf(make), ...abscissasOf(make), ...multiplesOf(make)]
}

/** A message whose hash is the number signed. */
export function messageOf({ hash }: Family, text: string): { readonly message: Uint8Array; readonly e: bigint } {
  const message = new TextEncoder().encode(text)
  return { message, e: hash(message).reduceRight((number, octet) => number * 256n + BigInt(octet), 0n) }
}

function keysOf({ family, maker, row }: Make): readonly Row[] {
  const { q } = maker.curve
  const keys = [
    ['an ordinary signature', 'nothing is special', maker.scalar('key')],
    ['Q = P', 'the key is the generator, d = 1: adding P and Q is a doubling', 1n],
    ['Q = −P', 'd = q − 1: the sum of P and Q is the zero of the group', q - 1n],
    ['Q = 2P', 'd = 2: the key is among the small multiples that implementations keep', 2n],
    ['Q = 3P', 'd = 3: as before', 3n],
    ['Q = P/2', 'd = (q + 1)/2: twice the key is the generator', (q + 1n) / 2n],
  ] as const
  return keys.map(([title, comment, d]) =>
    row(title, comment, maker.sign(d, maker.scalar(`nonce ${title}`), messageOf(family, title))),
  )
}

function numbersOf({ maker, row }: Make): readonly Row[] {
  const { q, bytes } = maker.curve
  const d = maker.scalar('key')
  const greatest = 2n ** BigInt(8 * bytes) - 1n
  const numbers = [
    ['e = 0', 'the digest is zero, for which §6.2 puts 1', 0n],
    ['e = 1', 'the digest is one', 1n],
    ['digest = q', 'the digest is q, so e = 0, for which §6.2 puts 1', q],
    ['digest = 2q', 'the digest is 2q, so e = 0, for which §6.2 puts 1', 2n * q],
    ['digest = q − 1', 'e is the greatest there is', q - 1n],
    ['digest = q + 1', 'e is reduced to 1', q + 1n],
    ['digest of ones', 'every bit of the digest is set, and e is reduced', greatest],
  ] as const
  return numbers
    .filter(([, , e]) => e <= greatest)
    .map(([title, comment, e]) => row(title, comment, maker.sign(d, maker.scalar(`nonce ${title}`), { e })))
}

/** C is chosen, and the key found that leads to it. */
function abscissasOf({ family, maker, row }: Make): readonly Row[] {
  const { p, q } = maker.curve
  const through = (title: string, comment: string, c: Point): Row =>
    row(title, comment, maker.claimThrough(c, maker.scalar(`s ${title}`), messageOf(family, title)))
  const rows = [
    through('r is the smallest there is', 'C has the smallest abscissa; r is mostly zeros', firstPoint(maker, 1n, 1n)),
    through(
      'r is the greatest there is',
      'the greatest r below q that is the abscissa of a point',
      firstPoint(maker, (p < q ? p : q) - 1n, -1n),
    ),
  ]
  for (let i = 1n; i * q < p; i++) {
    const comment = `x_C = r + ${i}·q is below p: the abscissa has to be reduced modulo q`
    rows.push(through(`x_C = r + ${i}q`, comment, firstPoint(maker, i * q + 1n, 1n)))
  }
  return rows
}

/** The first point of order q whose abscissa is `from`, `from + step`, … */
export function firstPoint({ curve, pointAt, multiply }: Maker, from: bigint, step: bigint): Point {
  for (let x = from; ; x += step) {
    const point = pointAt(x)
    if (point && !multiply(curve.q, point)) return point
  }
}

function multiplesOf(make: Make): readonly Row[] {
  return [...sumsOf(make), ...givenMultiplesOf(make), ...givenPointsOf(make)]
}

/** C itself, or what is added to make it, is a point that is met elsewhere too. */
function sumsOf({ family, maker, row }: Make): readonly Row[] {
  const { q } = maker.curve
  const d = maker.scalar('key')
  const z1 = maker.scalar('z1')
  const signed = messageOf(family, 'what is added')
  const k = maker.scalar('nonce of what is added')
  const r = maker.modQ(finite(maker.multiply(k, maker.generator)).x)
  // z1·P = z2·Q = k/2·P: s = z1·e, and d = z1/z2 = −s/r.
  const s = maker.modQ(signed.e * k * maker.inverse(2n))
  const equal: Claim = {
    ...signed,
    key: finite(maker.multiply(maker.modQ(-s * maker.inverse(r)), maker.generator)),
    r,
    s,
  }
  const nonces = [
    ['C = P', 'the nonce was 1', 1n],
    ['C = −P', 'the nonce was q − 1', q - 1n],
    ['C = Q', 'the nonce was the private key', d],
    ['C = −Q', 'the nonce was q less the private key', q - d],
  ] as const
  return [
    ...nonces.map(([title, comment, nonce]) => row(title, comment, maker.sign(d, nonce, messageOf(family, title)))),
    row('z1·P = z2·Q', 'the last addition is a doubling', equal),
    row('z1 = z2', 'both multiples are taken by the same number', maker.claimFor(equal.key, z1, z1)),
  ]
}

function givenMultiplesOf({ family, maker, row }: Make): readonly Row[] {
  const { q, modQ } = { ...maker, q: maker.curve.q }
  const key = finite(maker.multiply(maker.scalar('key'), maker.generator))
  const z = maker.scalar('z')
  const c = finite(maker.multiply(maker.scalar('nonce of s'), maker.generator))
  const message = messageOf(family, 's is given')
  return [
    row('z1 = 1', 's = e', maker.claimFor(key, 1n, z)),
    row('z1 = q − 1', 's = −e', maker.claimFor(key, q - 1n, z)),
    row('z2 = 1', 'r = −e', maker.claimFor(key, z, 1n)),
    row('z2 = q − 1', 'r = e', maker.claimFor(key, z, q - 1n)),
    row('s = 1', 'the smallest s; it is mostly zeros', maker.claimThrough(c, 1n, message)),
    row('s = q − 1', 'the greatest s', maker.claimThrough(c, modQ(-1n), message)),
  ]
}

/** The key is chosen for its coordinates; nobody knows its private key. */
function givenPointsOf({ maker, row }: Make): readonly Row[] {
  const { curve, pointAt, negate } = maker
  const [z1, z2] = [maker.scalar('z1'), maker.scalar('z2')]
  const smallest = firstPoint(maker, 1n, 1n)
  const zero = pointAt(0n)
  const hasZero = zero && !maker.multiply(curve.q, zero)
  return [
    ...(hasZero ? [row('the key has x = 0', 'a point like any other', maker.claimFor(zero, z1, z2))] : []),
    row('the key has the smallest x', 'the upper octets are zeros', maker.claimFor(smallest, z1, z2)),
    row('the key has the smallest x and the other y', 'as before', maker.claimFor(negate(smallest), z1, z2)),
    row(
      'the key has the greatest x',
      'x is just below p',
      maker.claimFor(firstPoint(maker, curve.p - 1n, -1n), z1, z2),
    ),
  ]
}
