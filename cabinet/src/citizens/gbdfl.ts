// The state database of physical persons (ЖТ МДҚ / ГБД ФЛ) behind an integration gateway: our own JSON contract.
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Iin } from './iin.ts'
import type { Person } from './person.ts'

/** A name stands in what is signed: nothing in it may hide or turn what is read. */
const Name = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]*$/u)

/** Other fields may come with it and are not read. */
const Answer = z.object({
  iin: z.string().regex(/^\d{12}$/),
  surname: Name.min(1),
  name: Name.min(1),
  patronymic: Name.nullish(),
  birthDate: z.iso.date(),
  sic: z.string().max(40).nullish(),
  standing: z.enum(['capable', 'incapable', 'deceased']),
})

export type Lookup =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly why: string }

const NOT_UNDERSTOOD = 'an answer we do not understand'

/** Is it out of order for everybody? An odd answer about one person, or to one call, does not say so. */
export function isDown(lookup: Lookup): boolean {
  if (lookup.kind !== 'unavailable') return false
  return lookup.why !== NOT_UNDERSTOOD && !/^status 4(?!01|03|08|29)/.test(lookup.why)
}

export type GbdflSettings = {
  readonly url: string
  readonly token?: string | undefined
  readonly timeoutMs: number
  readonly now: () => Date
  readonly pauseMs?: (attempt: number) => number // between attempts
}

const ATTEMPTS = 3
const jittered = (attempt: number) => (0.5 + Math.random()) * 100 * 2 ** attempt

/** Asks for one person: a timeout for each attempt, a few attempts, never an exception. */
export const gbdflClient =
  (settings: GbdflSettings) =>
  async (iin: Iin): Promise<Lookup> => {
    let last: Lookup = { kind: 'unavailable', why: 'not asked' }
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await wait((settings.pauseMs ?? jittered)(attempt))
      last = await askOnce(settings, iin)
      if (last.kind !== 'unavailable') return last
    }
    return last
  }

async function askOnce({ url, token, timeoutMs, now }: GbdflSettings, iin: Iin): Promise<Lookup> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/v1/persons/${iin}`, {
      headers: { Accept: 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    if (response.status === 404) return { kind: 'unknown' }
    if (response.status !== 200) return { kind: 'unavailable', why: `status ${response.status}` }
    return read(await response.json(), iin, now())
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.name : 'failed' }
  }
}

/** An answer about somebody else, or in another form, is no answer. */
function read(json: unknown, iin: Iin, asOf: Date): Lookup {
  const answer = Answer.safeParse(json)
  if (!answer.success || answer.data.iin !== iin) return { kind: 'unavailable', why: NOT_UNDERSTOOD }
  const { surname, name, patronymic, birthDate, sic, standing } = answer.data
  const person = {
    iin,
    surname,
    name,
    patronymic: patronymic || undefined,
    birthDate,
    sic: sic || undefined,
    standing,
    asOf,
  }
  return { kind: 'person', person }
}
