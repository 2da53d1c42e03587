// Signs what a page asked to have signed, in the shape that its NCALayer would answer with.
import { signCms } from '../cms/sign.ts'
import type { KeyStore } from '../p12/read.ts'
import { type Failure, failureFrame, success } from './frames.ts'
import type { Settings } from './settings.ts'
import type { SignRequest } from './sign-arguments.ts'

const DIGEST_BYTES = { gost: 64, rsa: 32 } as const

/** The frame: signatures in the order of the documents, or SIGNING_FAILURE when a given digest is not of this key. */
export function signDocuments(store: KeyStore, request: SignRequest, settings: Settings, at: Date): string {
  const wrong = request.digested && request.data.some(digest => digest.length !== DIGEST_BYTES[store.key.kind])
  if (wrong) return failureFrame(DIGEST_FAILURE)
  const signatures = request.data.map(bytes => {
    const content = request.digested ? { digest: bytes } : bytes
    return armour(signCms(store, { content, attached: request.encapsulate, at }), settings.armour)
  })
  const [only] = signatures
  return success(settings.result === 'string' && !request.many && only !== undefined ? only : signatures)
}

const DIGEST_FAILURE: Failure = {
  kind: 'failure',
  code: 'SIGNING_FAILURE',
  message: 'The digest does not belong to the algorithm of the key.',
}

/** As NCALayer writes it: lines of 64 characters are not used, the whole base64 stands on one. */
function armour(cms: Uint8Array, shape: Settings['armour']): string {
  const base64 = Buffer.from(cms).toString('base64')
  return shape === 'bare' ? base64 : `-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`
}
