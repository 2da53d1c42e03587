// An ECDSA key that signs the same octets alike at every run, so that its documents can be made again. FIPS 186-5 §6.4.
import { createECDH, createHash } from 'node:crypto'
import { bitString, integer, oid, sequence } from '../der/write.ts'
import { seededBytes, type TestKey } from '../test-keys.ts'

const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n // the order of P-256, SP 800-186 §3.2.1.3

/** P-256 with SHA-256. */
export function repeatableEcdsaKey(seed: string): TestKey {
  const random = seededBytes(seed)
  const d = scalar(random)
  return {
    publicKey: sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bitString(pointOf(d))),
    digestAlgorithm: '2.16.840.1.101.3.4.2.1',
    signatureAlgorithm: '1.2.840.10045.4.3.2',
    sign(message) {
      const k = scalar(random)
      const r = number(pointOf(k).subarray(1, 33)) % N
      const e = number(createHash('sha256').update(message).digest())
      return sequence(integer(r), integer((inverse(k) * (e + r * d)) % N))
    },
  }
}

function scalar(random: (length: number) => Uint8Array): bigint {
  return (number(random(40)) % (N - 1n)) + 1n
}

function pointOf(k: bigint): Uint8Array {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(k.toString(16).padStart(64, '0'), 'hex')
  return ecdh.getPublicKey()
}

/** Fermat's way. */
function inverse(value: bigint): bigint {
  let [result, base] = [1n, value % N]
  for (let exponent = N - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N
    base = (base * base) % N
  }
  return result
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}
