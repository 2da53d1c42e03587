// How the persons database behaves: as usual, or as the script of a test says.
import type { Person } from '../demo/persons.ts'

export const BEHAVIOURS = [
  'answer',
  'fail', // 503
  'maintenance', // 503 and Retry-After: an outage that is announced, and ends when it was said to end
  'down', // the connection is cut
  'slow', // answers after slowMs
  'hang', // never answers
  'garbage', // 200 with what is not JSON
  'unknown', // 404 for anybody
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export type Settings = {
  readonly mode: Behaviour
  readonly until: string | null // ISO: the end of the maintenance; null: not known
  readonly slowMs: number
  readonly standing: Readonly<Record<string, Person['standing']>> // by IIN: instead of the person's own
}

export const USUAL: Settings = { mode: 'answer', until: null, slowMs: 3000, standing: {} }

export type Change = { readonly settings: Partial<Settings>; readonly script: readonly Behaviour[] | undefined }

/** What `POST /control` may change, or a sentence when something in it is not understood. */
export function readChange(body: unknown): Change | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a JSON object is expected'
  const { script, ...settings } = body as Readonly<Record<string, unknown>>
  const unknown = Object.keys(settings).find(key => !ALLOWED[key]?.(settings[key]))
  if (unknown !== undefined) return `not understood: ${unknown}`
  if (script === undefined) return { settings, script }
  if (!Array.isArray(script) || !script.every(isBehaviour)) return `script: a list of ${BEHAVIOURS.join(', ')}`
  return { settings, script }
}

const STANDINGS: readonly unknown[] = ['capable', 'incapable', 'deceased'] satisfies Person['standing'][]

const ALLOWED: Readonly<Record<string, (value: unknown) => boolean>> = {
  mode: isBehaviour,
  until: value => value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value))),
  slowMs: value => typeof value === 'number' && value >= 0,
  standing: value =>
    typeof value === 'object' && value !== null && Object.values(value).every(word => STANDINGS.includes(word)),
}

function isBehaviour(value: unknown): value is Behaviour {
  return BEHAVIOURS.some(behaviour => behaviour === value)
}
