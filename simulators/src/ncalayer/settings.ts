// How the simulator behaves: who answers the dialog, in which shape, and which misbehaviour comes next.

/** One step of a script. Each signing request takes the next one; `sign` is what happens when none is left. */
export const BEHAVIOURS = [
  'sign', // honestly, by the page or by the automatic key
  'cancel', // the person closed the dialog
  'hang', // never answers
  'sign-something-else', // a good signature over another document
  'wrong-person', // a good signature over the right document by somebody else
  'garbage', // a frame that is not JSON
  'close', // the socket breaks in the middle
  'module-not-found', // an old program without `basics`
  'invocation-error',
  'general-error',
  'invalid-signing-params',
  'signing-failure',
  'late-greeting', // taken when a page connects: greets only after the first request
  'no-greeting', // taken when a page connects: never greets
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export type Settings = {
  readonly mode: 'page' | 'auto' // a person answers on the page, or the simulator at once
  readonly key: string | readonly string[] | undefined // auto: this key file, or the first of these that fits
  readonly person: string | undefined // auto: the fitting key of this IIN
  readonly password: string // auto
  readonly check: boolean // false: sign even with a key that the request does not allow
  readonly result: 'array' | 'string' // of a single document: since October 2024, or before
  readonly armour: 'pem' | 'bare'
  readonly version: string
}

export const USUAL: Settings = {
  mode: 'page',
  key: undefined,
  person: undefined,
  password: 'Qwerty12',
  check: true,
  result: 'array',
  armour: 'pem',
  version: '1.4',
}

export type Change = { readonly settings: Partial<Settings>; readonly script: readonly Behaviour[] | undefined }

/** What `POST /control` may change: settings one by one, the script as a whole. Returns a sentence when something in it is not understood. */
export function readChange(body: unknown): Change | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a JSON object is expected'
  const { script, ...settings } = body as Readonly<Record<string, unknown>>
  const unknown = Object.keys(settings).find(key => !isSetting(key, settings[key]))
  if (unknown !== undefined) return `not understood: ${unknown}`
  if (script === undefined) return { settings, script }
  if (!Array.isArray(script) || !script.every(isBehaviour)) return `script: a list of ${BEHAVIOURS.join(', ')}`
  return { settings, script }
}

function isBehaviour(value: unknown): value is Behaviour {
  return BEHAVIOURS.some(behaviour => behaviour === value)
}

const ALLOWED: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  mode: value => value === 'page' || value === 'auto',
  key: value => typeof value === 'string' || (Array.isArray(value) && value.every(name => typeof name === 'string')),
  person: value => typeof value === 'string',
  password: value => typeof value === 'string',
  check: value => typeof value === 'boolean',
  result: value => value === 'array' || value === 'string',
  armour: value => value === 'pem' || value === 'bare',
  version: value => typeof value === 'string',
}

function isSetting(key: string, value: unknown): boolean {
  return key in ALLOWED && ALLOWED[key as keyof Settings](value)
}
