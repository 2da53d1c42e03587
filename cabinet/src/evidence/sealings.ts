// Every place where something of a person's may lie in clear. What is sealed, what is counted, and what an erasure looks for.
import { sealPapers, sealSentDocuments } from './seal-documents.ts'
import { dropNames, sealDrafts, sealPieces, sealSignatures } from './seal-withdrawals.ts'
import type { Sealing } from './sealing.ts'

export const SEALINGS: readonly Sealing[] = [
  ...[sealPieces, sealDrafts, sealSignatures, dropNames],
  ...[sealPapers, sealSentDocuments],
]
