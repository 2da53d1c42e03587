// The applicant of a paper, under the key of the person: the rest of what it says stands with the application too.
import { openPiece, sealPiece } from '../evidence/sealed.ts'
import type { PersonKey } from '../evidence/vault.ts'
import type { Applicant, PaperFacts } from './paper.ts'

/** As a row has it. `applicant` is null where the paper was kept before it was encrypted: then `facts` has it. */
export type KeptFacts = {
  readonly code: Buffer // its hash
  readonly facts: PaperFacts | Omit<PaperFacts, 'applicant'>
  readonly applicant: Buffer | null
  readonly sealed_by: string | null
}

const placeOf = (code: Uint8Array) => ({ of: Buffer.from(code).toString('hex'), piece: 'applicant' })

export type SealedFacts = { readonly facts: string; readonly applicant: Buffer; readonly sealed_by: string }

/** `facts`: JSON without the applicant. */
export function sealApplicant(key: PersonKey, code: Uint8Array, paper: PaperFacts): SealedFacts {
  const { applicant, ...facts } = paper
  const { content, sealed_by } = sealPiece(key, placeOf(code), Buffer.from(JSON.stringify(applicant)))
  return { facts: JSON.stringify(facts), applicant: content, sealed_by }
}

/** To the letter, since the code is made of it; undefined when the key was destroyed. Throws VaultError when it does not open. */
export function openApplicant(key: PersonKey | undefined, kept: KeptFacts): PaperFacts | undefined {
  const { code, facts, applicant, sealed_by } = kept
  if (!applicant) return 'applicant' in facts ? facts : undefined
  const opened = openPiece(key, placeOf(code), { sealed_by, content: applicant })
  if (opened === 'erased') return undefined
  const named = JSON.parse(Buffer.from(opened).toString()) as Applicant // ours
  const { paper, ...others } = facts
  return { paper, applicant: named, ...others } as PaperFacts // it always stood in the second place
}
