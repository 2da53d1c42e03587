// The first part of a check of a login, all that needs no network: form, signature, path, dates, whose it is and for what.

import { DerError } from '@otinish/eds/der/error'
import { EdsError } from '@otinish/eds/error'
import { findPath } from '@otinish/eds/path/find-path'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { purposeOf } from '@otinish/eds/x509/purpose'
import { type Candidate, candidateOf, refuse } from '../signatures/examine.ts'
import type { Trust } from '../signatures/trust.ts'
import type { RefusedSignature } from '../signatures/whose-signature.ts'
import { XmlError } from './parse-xml.ts'
import { type Login, readLogin } from './read-login.ts'

export type ExaminableLogin = { readonly xml: string; readonly at: Date }

/** All is well so far; what is still to be asked of the authority, and what the phone said. */
export type LoginCandidate = Candidate & { readonly login: Omit<Login, 'certificate'> }

/** Never throws for bad input: that is a refusal. */
export function examineLogin(
  { xml, at }: ExaminableLogin,
  { anchors, intermediates }: Trust,
  verifiedLinks: VerifiedLinks,
): LoginCandidate | RefusedSignature | 'another-key' {
  const login = readOrRefuse(xml)
  if ('kind' in login) return login
  const { certificate, ...said } = login
  const path = findPath(certificate, { anchors, intermediates, at, verifiedLinks })
  const candidate = candidateOf(certificate, path)
  if (candidate.kind === 'refusal') return candidate
  if (purposeOf(certificate) !== 'authentication') return 'another-key'
  return { ...candidate, login: said }
}

function readOrRefuse(xml: string): Login | RefusedSignature {
  try {
    return readLogin(xml)
  } catch (thrown) {
    if (thrown instanceof XmlError)
      return refuse(UNREADABLE.has(thrown.code) ? 'signature-unreadable' : 'signature-invalid', [])
    if (thrown instanceof EdsError || thrown instanceof DerError) return refuse('signature-invalid', [])
    throw thrown
  }
}

const UNREADABLE = new Set<XmlError['code']>(['too-long', 'forbidden', 'malformed', 'shape'])
