// How the services of the authority behave, and what they were told to revoke.
import { OCSP_MODES, type OcspMode } from '../ocsp/answer.ts'
import { TSP_MODES, type TspMode } from '../tsp/answer.ts'
import type { Revocation } from './revocation.ts'

/** What goes wrong before anything is asked, the same for all services. */
export const FAULTS = [
  'down', // the connection is cut
  'slow', // never answers, until it is told to behave otherwise
  'error-500',
  'redirect', // to where the truth is told: whoever follows gets it
  'garbage',
  'huge', // megabytes
] as const
export type Fault = (typeof FAULTS)[number]

export const CRL_MODES = [
  'good',
  'old', // past its nextUpdate
  'forged', // signed by a stranger
] as const
export type CrlMode = (typeof CRL_MODES)[number]

export type Settings = {
  readonly ocsp: OcspMode | Fault
  readonly tsp: TspMode | Fault
  readonly crl: CrlMode | Fault
  readonly revoked: readonly Revocation[] // beside what is revoked anyway
}

export const USUAL: Settings = { ocsp: 'good', tsp: 'good', crl: 'good', revoked: [] }

const MODES = {
  ocsp: [...OCSP_MODES, ...FAULTS],
  tsp: [...TSP_MODES, ...FAULTS],
  crl: [...CRL_MODES, ...FAULTS],
} as const

/** Whether the line goes wrong, and not what is said over it. */
export function isFault(mode: string): mode is Fault {
  return FAULTS.some(fault => fault === mode)
}

/** What `POST /control` may change, or a sentence when something in it is not understood. */
export function readChange(body: unknown): Partial<Settings> | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a JSON object is expected'
  const unknown = Object.entries(body).find(([name, value]) => !isAllowed(name, value))
  if (!unknown) return body
  const [name] = unknown
  if (name in MODES) return `${name}: one of ${MODES[name as keyof typeof MODES].join(', ')}`
  if (name === 'revoked')
    return 'revoked: a list of {"by": "gost" or "rsa", "serial": hex, "at": ISO time, "reason": 0-10}'
  return `not understood: ${name}`
}

function isAllowed(name: string, value: unknown): boolean {
  if (name === 'revoked') return Array.isArray(value) && value.every(isRevocation)
  return Object.entries(MODES).some(([known, words]) => known === name && words.some(word => word === value))
}

function isRevocation(value: unknown): value is Revocation {
  if (typeof value !== 'object' || value === null) return false
  const { by, serial, at, reason, ...rest } = value as Readonly<Record<string, unknown>>
  return (
    (by === 'gost' || by === 'rsa') &&
    typeof serial === 'string' &&
    /^([0-9a-f]{2}){1,20}$/.test(serial) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    Number.isInteger(reason) &&
    Number(reason) >= 0 &&
    Number(reason) <= 10 &&
    Object.keys(rest).length === 0
  )
}
