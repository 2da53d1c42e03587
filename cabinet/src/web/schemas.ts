// Pieces of the JSON of /api/v1 that several calls share.
import { z } from '@hono/zod-openapi'

const ProblemSchema = z
  .object({
    type: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ description: 'Stable; programs decide by it' }),
    title: z.string().openapi({ description: 'For people, in the language of the answer' }),
  })
  .openapi('Problem')

export const Moment = z.string().openapi({ format: 'date-time', example: '2026-06-16T10:52:27+05:00' })
export const IsoDate = z.string().openapi({ format: 'date', example: '2026-06-16' })

/** The answers of a route that are problems. */
export function problemsOf<S extends number>(statuses: readonly S[]) {
  const answer = {
    description: 'Problem details, RFC 9457',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  }
  return Object.fromEntries(statuses.map(status => [status, answer])) as Record<S, typeof answer>
}

export function jsonAnswer<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } }
}

export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true }
}
