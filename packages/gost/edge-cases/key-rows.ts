// Keys that are none. Where somebody who does not look at the key could be deceived, the signature does it: it holds for
// the key reduced modulo p, for the zero of the group, or without the part of small order.
import type { Point } from '../src/engine.ts'
import { rightSide, squareRoot } from './arithmetic.ts'
import { type Claim, finite, type Maker } from './claim.ts'
import type { Family } from './family.ts'
import { FAMILIES } from './family.ts'
import { type Failure, faultOfNumbers, keyOctets, type Row, type WriteRow } from './row.ts'
import { goodClaim } from './signature-rows.ts'
import { firstPoint, messageOf } from './valid-rows.ts'

type Make = { readonly family: Family; readonly maker: Maker; readonly row: WriteRow }

export function keyRows(make: Make): readonly Row[] {
  return [...numbersOf(make), ...notReducedOf(make), ...smallOrdersOf(make), ...lengthsOf(make), ...ordersOf(make)]
}

/** A claim that holds where z2·Q vanishes: for a key that is taken for the zero of the group, any message at all. */
function claimWithout({ family, maker }: Make, key: Point, divisor: bigint): Claim {
  for (let i = 0; ; i++) {
    const signed = messageOf(family, `without a key, ${i}`)
    const z1 = maker.scalar(`z1 without a key, ${i}`)
    const r = maker.modQ(finite(maker.multiply(z1, maker.generator)).x)
    const z2 = maker.modQ(-r * maker.inverse(signed.e))
    if (z2 % divisor === 0n) return { ...signed, key, r, s: maker.modQ(z1 * signed.e) }
  }
}

function numbersOf(make: Make): readonly Row[] {
  const { maker, row } = make
  const { curve } = maker
  const ones = 2n ** BigInt(8 * curve.bytes) - 1n
  const key = finite(maker.multiply(maker.scalar('key'), maker.generator))
  const keys: readonly (readonly [string, string, Point, bigint])[] = [
    ['the key is zeros', 'taken for the zero of the group, it lets any message pass', { x: 0n, y: 0n }, 1n],
    ['the key is ones', 'every bit is set', { x: ones, y: ones }, 1n],
    ['the key is (0, 1)', 'the zero of the group in Edwards coordinates', { x: 0n, y: 1n }, 1n],
    ['the key is (1, 1)', 'the zero of the group as some write it in Jacobian coordinates', { x: 1n, y: 1n }, 1n],
    [
      'the key is (x, 0)',
      'off the curve; the formulas make the zero of the group of its double',
      { x: key.x, y: 0n },
      2n,
    ],
    ['the key is (p, p)', 'zeros, unreduced', { x: curve.p, y: curve.p }, 1n],
    ['y of the key is another', 'off the curve by one', { x: key.x, y: (key.y + 1n) % curve.p }, 1n],
    ['x of the key is another', 'off the curve by one', { x: (key.x + 1n) % curve.p, y: key.y }, 1n],
    ['the key lies on the twist', 'its x is no abscissa of the curve', onTwist(maker), 1n],
    ...foreignKeys(maker),
  ]
  return keys.map(([title, comment, point, divisor]) => {
    const failure = faultOfNumbers(curve, point)
    if (!failure) throw new RangeError(`${title} is a point of ${curve.name}`)
    return row(title, comment, claimWithout(make, point, divisor), { failure })
  })
}

function onTwist({ curve }: Maker): Point {
  for (let x = 1n; ; x++) {
    const y = squareRoot(curve.p - rightSide(curve, x), curve.p)
    if (y !== undefined && y !== 0n) return { x, y }
  }
}

/** Generators of other curves over the same field: their coordinates are in range. */
function foreignKeys({ curve }: Maker): readonly (readonly [string, string, Point, bigint])[] {
  const others = new Set(FAMILIES.map(family => family.curve))
  return [...others]
    .filter(({ name, p }) => name !== curve.name && p === curve.p)
    .map(({ name, x, y }) => [`the key lies on ${name}`, 'the same field, another curve', { x, y }, 1n] as const)
}

/** Coordinates that are points once reduced modulo p: the claims hold for the reduced ones. */
function notReducedOf({ maker, row }: Make): readonly Row[] {
  const { curve } = maker
  const { p, bytes } = curve
  const point = firstPoint(maker, 1n, 1n)
  const claim = maker.claimFor(point, maker.scalar('z1'), maker.scalar('z2'))
  const failure: Failure = 'key-out-of-range'
  const keys: readonly (readonly [string, string, Point])[] = [
    ['x of the key plus p', 'the same point modulo p', { x: point.x + p, y: point.y }],
    ['y of the key plus p', 'the same point modulo p', { x: point.x, y: point.y + p }],
    ['both coordinates of the key plus p', 'the same point modulo p', { x: point.x + p, y: point.y + p }],
  ]
  return keys
    .filter(([, , { x, y }]) => x < 2n ** BigInt(8 * bytes) && y < 2n ** BigInt(8 * bytes))
    .map(([title, comment, key]) => row(title, comment, claim, { publicKey: keyOctets(curve, key), failure }))
}

/** Where the cofactor is 4 there are points of order 2 and 4, and sums of them with points of order q. */
function smallOrdersOf(make: Make): readonly Row[] {
  const { maker, row } = make
  const { curve, multiply, add } = maker
  if (curve.cofactor === 1n) return []
  const four = pointOfOrderFour(maker)
  const two = finite(multiply(2n, four))
  const key = finite(multiply(maker.scalar('key'), maker.generator))
  const failure: Failure = 'key-order'
  return [
    row('the key has order 2', 'z2 is even, so any message passes', claimWithout(make, two, 2n), { failure }),
    row('the key has order 4', 'z2 is a multiple of 4, so any message passes', claimWithout(make, four, 4n), {
      failure,
    }),
    row('the key has order 2q', 'a good key and a point of order 2; z2 is even', claimBeside(make, key, 2n), {
      publicKey: keyOctets(curve, finite(add(key, two))),
      failure,
    }),
    row(
      'the key has order 4q',
      'a good key and a point of order 4; z2 is a multiple of 4',
      claimBeside(make, key, 4n),
      {
        publicKey: keyOctets(curve, finite(add(key, four))),
        failure,
      },
    ),
  ]
}

function pointOfOrderFour({ curve, pointAt, multiply }: Maker): Point {
  for (let x = 1n; ; x++) {
    const point = pointAt(x)
    const small = point && multiply(curve.q, point)
    if (small && multiply(2n, small)) return small
  }
}

/** A good signature of the key for which z2 is such a multiple. */
function claimBeside({ family, maker }: Make, key: Point, divisor: bigint): Claim {
  for (let i = 0; ; i++) {
    const signed = messageOf(family, `beside a small order, ${i}`)
    const claim = maker.sign(maker.scalar('key'), maker.scalar(`nonce beside a small order, ${i}`), signed)
    const z2 = maker.modQ(-claim.r * maker.inverse(signed.e))
    if (z2 % divisor === 0n) return { ...claim, key }
  }
}

function lengthsOf({ family, maker, row }: Make): readonly Row[] {
  const { curve } = maker
  const claim = goodClaim({ family, maker }, 'lengths of keys')
  const octets = keyOctets(curve, claim.key)
  const [x, y] = [octets.subarray(0, curve.bytes), octets.subarray(curve.bytes)]
  const failure: Failure = 'key-length'
  const keys: readonly (readonly [string, string, Uint8Array])[] = [
    ['the key lacks its last octet', 'one short', octets.subarray(0, -1)],
    ['the key lacks its first octet', 'one short', octets.subarray(1)],
    ['the key has a zero octet after it', 'one long', Uint8Array.of(...octets, 0)],
    ['the key has a zero octet before it', 'one long', Uint8Array.of(0, ...octets)],
    ['the key is x alone', 'half as long', x],
    ['the key is nothing', 'no octets at all', new Uint8Array()],
    ['the key is one zero octet', 'the zero of the group by SEC 1', Uint8Array.of(0)],
    [
      'the key is uncompressed by SEC 1',
      '04, x and y, big-endian',
      Uint8Array.of(4, ...x.toReversed(), ...y.toReversed()),
    ],
    [
      'the key is compressed by SEC 1',
      '02 or 03, and x, big-endian',
      Uint8Array.of(2 | ((y[0] ?? 0) & 1), ...x.toReversed()),
    ],
    ['the key is of the other size', 'zeros make up the difference', resized(octets, curve.bytes === 64 ? 64 : 128)],
  ]
  return keys.map(([title, comment, publicKey]) => row(title, comment, claim, { publicKey, failure }))
}

function resized(octets: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => octets[i] ?? 0)
}

function ordersOf({ family, maker, row }: Make): readonly Row[] {
  const { curve } = maker
  const claim = goodClaim({ family, maker }, 'orders of keys')
  const { x, y } = claim.key
  const [reversedX, reversedY] = [reversed(x, curve.bytes), reversed(y, curve.bytes)]
  const keys: readonly (readonly [string, string, Point])[] = [
    ['the coordinates of the key are exchanged', 'y‖x', { x: y, y: x }],
    ['the coordinates of the key are big-endian', 'each is reversed', { x: reversedX, y: reversedY }],
    ['the key is reversed to the octet', 'y‖x, each big-endian', { x: reversedY, y: reversedX }],
  ]
  return keys.map(([title, comment, key]) => {
    const failure = faultOfNumbers(curve, key)
    if (!failure) throw new RangeError(`${title} is a point of ${curve.name}`)
    return row(title, comment, claim, { publicKey: keyOctets(curve, key), failure })
  })
}

function reversed(number: bigint, bytes: number): bigint {
  return BigInt(
    `0x${
      number
        .toString(16)
        .padStart(2 * bytes, '0')
        .match(/../g)
        ?.toReversed()
        .join('') ?? '0'
    }`,
  )
}
