// What the phone sends back by PUT, read strictly where we rely on it and not at all elsewhere (protocol §5).
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PhoneAnswer, SignedDocument } from './decide.ts'

const MAX_DOCUMENTS = 50

const Body = z.object({
  status: z.string().optional(),
  signMethod: z.string(),
  documentsToSign: z
    .array(
      z.object({
        id: z.number().int(),
        document: z.object({ file: z.object({ data: z.string() }) }).optional(), // absent from XML, which we do not use
      }),
    )
    .max(MAX_DOCUMENTS),
})

/** Undefined when it cannot be read. */
export function readPhoneAnswer(text: string): PhoneAnswer | undefined {
  if (text.trim() === '') return { kind: 'empty' }
  const read = Body.safeParse(parseJson(text))
  if (!read.success) return undefined
  const { status, signMethod: method, documentsToSign } = read.data
  if (status === 'CANCELED') return { kind: 'declined' } // seen in use, not in the official text: protocol §5.1
  const documents = documentsToSign.map(({ id, document }) => ({ id, data: document?.file.data ?? '' }))
  return { kind: 'documents', method, documents, hash: hashOf(documents) }
}

const LoginBody = z.object({ xml: z.string() })

/** What the phone signs to be given a document (protocol §3). Undefined when it cannot be read. */
export function readLoginXml(text: string): string | undefined {
  const read = LoginBody.safeParse(parseJson(text))
  return read.success ? read.data.xml : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same signatures in another order are the same answer. */
function hashOf(documents: readonly SignedDocument[]): string {
  const sorted = documents.toSorted((a, b) => a.id - b.id).map(({ id, data }) => [id, data])
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
