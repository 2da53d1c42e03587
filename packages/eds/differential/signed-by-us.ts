// New keys, each signing one new message with our own code: a certificate on itself. gost-engine has to accept every
// one, and to refuse those that were spoilt.
import { generatePrivateKey, publicKeyOf } from '@otinish/gost/keys'
import { RFC9215 } from '@otinish/gost/layout'
import { signDigest } from '@otinish/gost/sign'
import { bitString, octetString, oid, sequence, setOf, unsignedInteger, utcTime, utf8String } from '../src/der/write.ts'
import { seededBytes } from '../src/test-keys.ts'
import { inLanes, type OpenSsl } from './openssl.ts'
import { type ParameterSet, parameterSet } from './parameter-set.ts'
import type { PartRunner } from './part.ts'
import { isSelfSigned, readDerCertificate } from './verdict.ts'

const BATCH = 250 // certificates for one openssl process
const SPOILT_EACH = 10 // one certificate in so many has a bit changed

export const signedByUs: PartRunner = async (openssl, count) => {
  const disagreements: string[] = []
  let accepted = 0
  let refused = 0
  await inLanes(Math.ceil(count / BATCH), async batch => {
    const first = batch * BATCH
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => first + i)
    const certificates = numbers.flatMap(i => [
      { name: `${i}`, der: makeCertificate(i), isSpoilt: false },
      ...(i % SPOILT_EACH === 0 ? [{ name: `${i} spoilt`, der: spoil(makeCertificate(i), i), isSpoilt: true }] : []),
    ])
    const ours = certificates.map(({ der }) => isSelfSigned(readDerCertificate(der)))
    const theirs = await verifyAll(
      openssl,
      batch,
      certificates.map(({ der }) => der),
    )
    for (const [i, { name, isSpoilt }] of certificates.entries()) {
      if (theirs[i] && !isSpoilt) accepted++
      if (!theirs[i] && isSpoilt) refused++
      const agreed = theirs[i] === ours[i] && ours[i] !== isSpoilt
      if (!agreed) disagreements.push(`${name}: gost-engine says ${theirs[i]}, we say ${ours[i]}`)
    }
  })
  return {
    title: `keys and signatures of ours: ${accepted} of ${count} accepted by gost-engine`,
    lines: [`${refused} of ${Math.ceil(count / SPOILT_EACH)} spoilt ones refused by both`],
    disagreements,
  }
}

/** One process looks at many: each certificate is its own authority, and -check_ss_sig has its signature checked. */
async function verifyAll(openssl: OpenSsl, batch: number, ders: readonly Uint8Array[]): Promise<readonly boolean[]> {
  const files = ders.map((der, i) => openssl.write(`ours-${batch}-${i}.pem`, pem(der)))
  const authorities = openssl.write(`ours-${batch}.pem`, ders.map(pem).join(''))
  const { stdout } = await openssl.run(['verify', '-check_ss_sig', '-CAfile', authorities, ...files])
  const lines = new Set(stdout.toString().split('\n'))
  return files.map(file => lines.has(`${file}: OK`))
}

function makeCertificate(i: number): Uint8Array {
  const parameters = parameterSet(i)
  const randomBytes = seededBytes(`differential ${i}`)
  const key = generatePrivateKey(parameters.curve, randomBytes)
  const { curve, hash } = parameters
  const algorithm = sequence(oid(parameters.signature)) // RFC 9215 §2: no parameters
  const name = sequence(setOf(sequence(oid('2.5.4.3'), utf8String(`differential ${i}`))))
  const validity = sequence(utcTime(new Date('2020-01-01')), utcTime(new Date('2049-01-01')))
  const point = RFC9215.writePublicKey(publicKeyOf(key))
  const signed = sequence(
    ...[unsignedInteger(randomBytes(16)), algorithm, name, validity, name],
    sequence(keyAlgorithm(parameters), bitString(octetString(point))),
  )
  const signature = signDigest(key, RFC9215.digestToNumber(hash(signed)), randomBytes)
  return sequence(signed, algorithm, bitString(RFC9215.writeSignature(curve, signature)))
}

function keyAlgorithm({ key, set, digest }: ParameterSet): Uint8Array {
  return sequence(oid(key), sequence(oid(set), oid(digest)))
}

/** With one bit of the signature changed, below the highest, so that its halves mostly stay in range. */
function spoil(der: Uint8Array, i: number): Uint8Array {
  return der.with(der.length - 1 - (i % 60), (der[der.length - 1 - (i % 60)] ?? 0) ^ (1 << (i % 7)))
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
