// For tests: what an HTTP answer tells whoever asked, in the words of the checker. Nobody answered, or "a fault of ours": unknown.
import type { Answer } from './test-history.ts'

export type Told = { readonly status: number; readonly json: unknown }

export function answerOf(told: Told | undefined): Answer {
  if (!told || told.status >= 500) return { is: 'unknown' }
  const { status, json } = told
  const { registration, code, state } = json as {
    registration?: { number: string }
    code?: string
    state?: Extract<Answer, { is: 'done' }>['state']
  }
  if (status === 202) return { is: 'checking' }
  if (status >= 400) return { is: 'refused', code: code ?? '', state }
  if (registration) return { is: 'withdrawn', registration: registration.number }
  return { is: status === 201 ? 'done' : 'repeated', state: state ?? 'unclear' }
}
