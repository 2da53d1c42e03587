// What is mutated, how it is judged, and what a mutant that is still accepted must share with it.

import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { type Node, openTree, writeTree } from './tree.ts'
import { readOrCode } from './typed.ts'

export type Specimen = {
  readonly name: string
  readonly weight: number // how often it is taken, against the others
  readonly bytes: Uint8Array
  /** ACCEPTED (valid, trusted, good), or a code that says why not. Never throws, whatever it is given. */
  readonly judge: (bytes: Uint8Array) => string
  /** An answer that no mutant may get. */
  readonly forbidden?: string
  /** The parts that carry the proof, as text. Each of an accepted mutant's is one of some specimen's: it was signed. */
  readonly essence: (bytes: Uint8Array) => readonly string[]
  /** The essence of what else is signed in it and may be met by itself; certificates are found without being told of. */
  readonly enclosed: readonly string[]
}

export const ACCEPTED = 'accepted'

/** The essence of everything that was really signed. */
export function everythingSigned(specimens: readonly Specimen[]): ReadonlySet<string> {
  return new Set(
    specimens.flatMap(({ essence, bytes, enclosed }) => [
      ...essence(bytes),
      ...enclosed,
      ...certificatesIn(openTree(bytes)).map(certificateEssence),
    ]),
  )
}

/** What its issuer signed, and how. */
export function certificateEssence({ signedPart, signature }: Certificate): string {
  return hexParts(signedPart, signature)
}

function certificatesIn(node: Node): readonly Certificate[] {
  const read = readOrCode(() => readCertificate(writeTree(node)))
  return 'value' in read ? [read.value] : (node.children ?? []).flatMap(certificatesIn)
}

/** What is wrong with having accepted these octets, if anything. */
export function forgeryIn(specimen: Specimen, genuine: ReadonlySet<string>, bytes: Uint8Array): string | undefined {
  const parts = specimen.essence(bytes)
  if (parts.length === 0) return 'accepted, with nothing that proves anything'
  const foreign = parts.find(part => !genuine.has(part))
  return foreign && `accepted, with a part that nobody signed: ${foreign.slice(0, 200)}`
}

export function hexParts(...parts: readonly (Uint8Array | undefined)[]): string {
  return parts.map(part => (part ? Buffer.from(part).toString('hex') : 'absent')).join(' ')
}
