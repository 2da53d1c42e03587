// Asks OCSP responders about the certificates of the chains. The addresses are the caller's, never those in a certificate.
import { randomBytes } from 'node:crypto'
import type { OcspAnswer } from '../chain-revocation.ts'
import { writeOcspRequest } from '../revocation/ocsp-request.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import type { ExaminedSigner } from '../verify-signature.ts'
import type { Certificate } from '../x509/certificate.ts'
import { RequestError } from './post-request.ts'
import type { Terminal } from './terminal.ts'

const NONCE_BYTES = 32 // RFC 9654 §2.1
const MAX_REQUESTS = 64 // as many as a message may have certificates; more would make us a tool for knocking at doors

type Question = { readonly certificate: Certificate; readonly issuer: Certificate; readonly url: string }

/**
 * Fresh answers of every responder about every certificate that stands below an anchor, each with its nonce. Silence is
 * told to the terminal, and leaves the status unknown.
 */
export async function askResponders(
  urls: readonly string[],
  signers: readonly ExaminedSigner[],
  terminal: Terminal,
): Promise<readonly OcspAnswer[]> {
  const questions = urls.flatMap(url => issuancesOf(signers).map(issuance => ({ ...issuance, url })))
  const answers: OcspAnswer[] = []
  for (const question of questions.slice(0, MAX_REQUESTS)) {
    const answer = await ask(question, terminal) // one after another: a responder is not a thing to hammer
    if (answer) answers.push(answer)
  }
  return answers
}

/** Each certificate with its issuer, once. */
function issuancesOf(signers: readonly ExaminedSigner[]): readonly Omit<Question, 'url'>[] {
  const pairs = signers.flatMap(({ chain }) =>
    chain.flatMap((certificate, i) => {
      const issuer = chain[i + 1]
      return issuer ? [{ certificate, issuer }] : []
    }),
  )
  return [...new Map(pairs.map(pair => [fingerprintOf(pair.certificate), pair])).values()]
}

async function ask({ certificate, issuer, url }: Question, terminal: Terminal): Promise<OcspAnswer | undefined> {
  const nonce = randomBytes(NONCE_BYTES)
  try {
    const response = await terminal.post(url, writeOcspRequest({ certificate, issuer, nonce }))
    return { response, nonce, receivedAt: terminal.now() }
  } catch (fault) {
    if (!(fault instanceof RequestError)) throw fault
    terminal.err(`eds: ${url} did not answer: ${fault.message}`)
    return undefined
  }
}
