// How the phone is set: which domains it trusts, whose it is, in which language, how well it behaves.
import { LANGUAGES, type Language } from './localised.ts'
import { type How, isHow, WAYS } from './ways.ts'

export type Settings = {
  readonly domains: readonly string[] // 'cabinet.example.kz', or an origin for tests: 'http://127.0.0.1:8080'
  readonly person: string | undefined // IIN; the first one who has a signing key otherwise
  readonly language: Language
  readonly how: How
  readonly clockMinutes: number // how far the phone's clock is ahead
}

export const USUAL: Settings = { domains: [], person: undefined, language: 'kk', how: 'sign', clockMinutes: 0 }

/** What a scan may set for itself. */
export type ScanChoice = Partial<Pick<Settings, 'person' | 'language' | 'how'>>

export type ScanRequest = { readonly text: string; readonly choice: ScanChoice }

/** What `POST /control` may change, or a sentence when something in it is not understood. */
export function readChange(body: unknown): Partial<Settings> | string {
  return readKnown(body, ['domains', 'person', 'language', 'how', 'clockMinutes'])
}

/** What `POST /scan` asks for, or a sentence. */
export function readScanRequest(body: unknown): ScanRequest | string {
  if (typeof body !== 'object' || body === null || !('text' in body)) return 'text is expected'
  const { text, ...others } = body
  if (typeof text !== 'string') return 'text is expected'
  const choice = readKnown(others, ['person', 'language', 'how'])
  return typeof choice === 'string' ? choice : { text, choice }
}

function readKnown(body: unknown, keys: readonly (keyof Settings)[]): Partial<Settings> | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a JSON object is expected'
  const unknown = Object.entries(body).find(([key, value]) => !keys.some(name => name === key && ALLOWED[name](value)))
  if (!unknown) return body
  return unknown[0] === 'how' ? `how: one of ${Object.keys(WAYS).join(', ')}` : `not understood: ${unknown[0]}`
}

const ALLOWED: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  domains: value => Array.isArray(value) && value.every(domain => typeof domain === 'string'),
  person: value => typeof value === 'string',
  language: value => LANGUAGES.some(language => language === value),
  how: isHow,
  clockMinutes: value => typeof value === 'number' && Number.isFinite(value),
}
