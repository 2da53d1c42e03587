// Signs one document by the method that it was served with.
import { signCms } from '../cms/sign.ts'
import type { KeyStore } from '../p12/read.ts'
import { signBytes } from '../pki/signing-key.ts'
import type { Document } from './documents.ts'
import { stamped } from './time-stamp.ts'
import type { Way } from './ways.ts'

export type Signing = {
  readonly store: KeyStore
  readonly at: Date
  readonly tsp: string | undefined // address of the time-stamping authority; without it there is no stamp
  readonly signs: Way['signs']
}

export type Signed =
  | { readonly kind: 'signed'; readonly data: string } // takes the place of what was served
  | { readonly kind: 'no-stamp' }
  | { readonly kind: 'unsupported' }

/** XML signatures are not made here: they need canonical XML, for which this simulator has no code. */
export async function signDocument({ method, content }: Document, signing: Signing): Promise<Signed> {
  if (content.kind === 'xml') return { kind: 'unsupported' }
  const bytes = signing.signs === 'another-text' ? Buffer.concat([content.bytes, Buffer.from(' ')]) : content.bytes
  if (method === 'SIGN_BYTES_ARRAY') return { kind: 'signed', data: bareSignature(bytes, signing) }
  const attached = method === 'CMS_WITH_DATA' && signing.signs !== 'detached'
  const cms = signCms(signing.store, { content: bytes, attached, at: signing.at })
  const shown = signing.signs === 'badly' ? cms.with(-1, (cms.at(-1) ?? 0) ^ 1) : cms // the signature stands last
  const whole = signing.tsp === undefined ? shown : await stamped(shown, signing.store.key, signing.tsp)
  return whole ? { kind: 'signed', data: base64(whole) } : { kind: 'no-stamp' }
}

/** JSON in a string. Over a PDF's octets, not over their base64: the protocol does not say which. */
function bareSignature(bytes: Uint8Array, { store, signs }: Signing): string {
  const signature = signBytes(store.key, bytes)
  const shown = signs === 'badly' ? signature.with(-1, (signature.at(-1) ?? 0) ^ 1) : signature
  return JSON.stringify({ signature: base64(shown), certificate: base64(store.certificate) })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
