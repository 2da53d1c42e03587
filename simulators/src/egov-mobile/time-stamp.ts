// The time stamp that the app puts on its signatures. RFC 3161 §2.4, RFC 5126 §6.1.1 (signature-time-stamp, unsigned).
import { randomBytes } from 'node:crypto'
import { readDer } from '@otinish/eds/der/read'
import { readInteger } from '@otinish/eds/der/value'
import { boolean, explicit, implicit, integer, octetString, sequence, setOf } from '@otinish/eds/der/write'
import { attribute } from '../cms/signer-info.ts'
import { DIGEST } from '../pki/algorithms.ts'
import { digestFor, type SigningKey } from '../pki/signing-key.ts'

const SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14'
const TIMEOUT = 10_000

/** The CMS of one signer with the stamp over its signature, or undefined when the authority gives none. */
export async function stamped(cms: Uint8Array, key: SigningKey, tsp: string): Promise<Uint8Array | undefined> {
  const [type, wrapper] = readDer(cms).children
  const parts = wrapper?.children[0]?.children ?? []
  const signer = parts.at(-1)?.children[0]
  const signature = signer?.children.at(-1)
  if (!type || !signer || !signature) throw new TypeError('not a CMS of one signer')
  const token = await askForToken(tsp, key, signature.content)
  if (!token) return undefined
  const fields = signer.children.map(child => child.encoded)
  const withStamp = sequence(...fields, implicit(1, setOf(attribute(SIGNATURE_TIMESTAMP, token))))
  const others = parts.slice(0, -1).map(part => part.encoded)
  return sequence(type.encoded, explicit(0, sequence(...others, setOf(withStamp))))
}

async function askForToken(tsp: string, key: SigningKey, signature: Uint8Array): Promise<Uint8Array | undefined> {
  const imprint = sequence(DIGEST[key.kind], octetString(digestFor(key, signature)))
  const nonce = randomBytes(8).readBigUInt64BE()
  try {
    const response = await fetch(tsp, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Buffer.from(sequence(integer(1), imprint, integer(nonce), boolean(true))),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const [status, token] = readDer(new Uint8Array(await response.arrayBuffer())).children
    const granted = status?.children[0] && readInteger(status.children[0]) === 0n
    return response.ok && granted ? token?.encoded : undefined
  } catch {
    return undefined // no answer, or what is no stamp
  }
}
