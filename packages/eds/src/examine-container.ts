// Verifies a container: the signature in it over the document in it.

import type { ZipLimits } from './container/limits.ts'
import { openContainer, type SignedDocument } from './container/open-container.ts'
import { codeOf } from './error.ts'
import { type Examination, examineSignature, refuse, type VerifyOptions } from './verify-signature.ts'

export type ContainerOptions = Omit<VerifyOptions, 'content'> & { readonly zipLimits?: ZipLimits }

export type ContainerExamination = Examination & { readonly document: SignedDocument | undefined }

/** The report, with the document and the signature that it is about. Never throws for bad input. */
export function examineContainer(bytes: Uint8Array, options: ContainerOptions): ContainerExamination {
  const opened = openOrCode(bytes, options.zipLimits)
  if (typeof opened === 'string') return { ...refuse(opened, undefined), document: undefined }
  return { ...examineSignature(opened.signature, { ...options, content: opened.content }), document: opened }
}

function openOrCode(bytes: Uint8Array, limits: ZipLimits | undefined) {
  try {
    return openContainer(bytes, limits)
  } catch (thrown) {
    return codeOf(thrown)
  }
}
