// The archive of evidence, and the container in it: ASiC-S (ETSI EN 319 162-1 §4.3.3) with the statement and the signature beside it.
// Everything in it comes from the kept pieces, so the same withdrawal gives the same bytes.
import { detachContent } from '@otinish/eds/cades/detach-content'
import { ASIC_S, MIMETYPE, SIGNATURE } from '@otinish/eds/container/open-container'
import { FILES } from './file-names.ts'
import type { Piece, PieceName } from './pieces.ts'
import { writeZip, type ZipFile } from './write-zip.ts'

export type Pieces = readonly Required<Piece>[]

/** The signature with stamp and proof of revocation where they were gathered, else as it came; the document taken out of it. */
export function container(pieces: Pieces): Buffer {
  const signature = find(pieces, 'extended') ?? required(pieces, 'signature')
  return writeZip([
    { name: MIMETYPE, content: Buffer.from(ASIC_S) },
    { name: 'statement.pdf', content: required(pieces, 'statement') },
    { name: SIGNATURE, content: detachContent(signature) },
  ])
}

export function archive(pieces: Pieces, readme: string): Buffer {
  const named = (name: string, piece: PieceName, position = 0): ZipFile[] => {
    const content = find(pieces, piece, position)
    return content ? [{ name, content }] : []
  }
  return writeZip([
    { name: FILES.readme, content: Buffer.from(`\ufeff${readme}`.replaceAll('\n', '\r\n')) }, // so that Notepad reads it too
    { name: FILES.asics, content: container(pieces) },
    ...named(FILES.signature, 'signature'),
    ...certificates(pieces),
    ...revocation(pieces),
    ...named(FILES.timestamp, 'timestamp'),
    ...named(FILES.registration, 'registration'),
    ...named(FILES.registrationSeal, 'seal', 0),
    ...named(FILES.receipt, 'receipt'),
    ...named(FILES.receiptSeal, 'seal', 1),
    ...named(FILES.report, 'report'),
    ...named(FILES.reportPaper, 'report', 1),
  ])
}

function certificates(pieces: Pieces): ZipFile[] {
  const chain = pieces.filter(({ piece }) => piece === 'certificate')
  return chain.map(({ position, content }) => ({ name: `${FILES.certificates}/${position}.cer`, content }))
}

/** The authority's own answer, or names and hashes of the lists that were read. */
function revocation(pieces: Pieces): ZipFile[] {
  const proof = pieces.find(({ piece }) => piece === 'revocation')
  if (!proof) return []
  const name = proof.mediaType === 'application/json' ? FILES.revocationLists : FILES.revocation
  return [{ name, content: proof.content }]
}

function find(pieces: Pieces, name: PieceName, at = 0): Uint8Array | undefined {
  return pieces.find(({ piece, position }) => piece === name && position === at)?.content
}

function required(pieces: Pieces, name: PieceName): Uint8Array {
  const content = find(pieces, name)
  if (!content) throw new Error(`a withdrawal without its ${name}`)
  return content
}
