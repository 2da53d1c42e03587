// The arguments of `sign`, every one of them checked as the program's JSON library would (org.json's own sentences).
import type { Failure } from './frames.ts'

export type SignRequest = {
  readonly data: readonly Uint8Array[]
  readonly many: boolean // an array was sent
  readonly encapsulate: boolean
  readonly digested: boolean
  readonly timestamp: boolean // tsaProfile was given
  readonly allowExpired: boolean
  readonly storages: readonly string[] | undefined // undefined: every storage
  readonly extKeyUsageOids: readonly string[]
  readonly iin: string
  readonly bin: string
  readonly serialNumber: string
  readonly locale: 'kk' | 'ru' | 'en'
}

type Json = Readonly<Record<string, unknown>>

const MAX_LOGO = 50_000 // characters
const LOCALES = ['kk', 'ru', 'en'] as const

/** The request, or the failure that the page is answered with. */
export function readSignArguments(args: unknown): SignRequest | Failure {
  try {
    return read(asObject(args, 'args'))
  } catch (error) {
    if (error instanceof ArgumentError) return error.failure
    throw error
  }
}

function read(args: Json): SignRequest {
  const format = text(args, 'format')
  if (format === 'xml' || format === 'raw') throw general(`The simulator signs only the format cms, not ${format}.`)
  if (format !== 'cms') throw refused(`Unknown format: ${format}`)
  const signing = object(args, 'signingParams')
  const signer = object(args, 'signerParams')
  optionalStrings(signer, 'chain')
  if (text(args, 'logo', '').length > MAX_LOGO) throw refused('The logo is longer than 50000 characters.')

  const encapsulate = flag(signing, 'encapsulate', true)
  const digested = flag(signing, 'digested', false)
  if (encapsulate && digested) throw refused('A digest cannot be encapsulated.')
  return {
    ...dataOf(args, flag(signing, 'decode', false)),
    encapsulate,
    digested,
    timestamp: isObject(signing['tsaProfile']),
    allowExpired: flag(signing, 'allowExpired', false),
    storages: optionalStrings(args, 'allowedStorages'),
    extKeyUsageOids: strings(signer, 'extKeyUsageOids'),
    iin: text(signer, 'iin', ''),
    bin: text(signer, 'bin', ''),
    serialNumber: text(signer, 'serialNumber', ''),
    locale: LOCALES.find(locale => locale === args['locale']) ?? 'kk',
  }
}

function dataOf(args: Json, decode: boolean): Pick<SignRequest, 'data' | 'many'> {
  const { data } = args
  const many = Array.isArray(data)
  const items = many ? strings(args, 'data') : [text(args, 'data')]
  return { many, data: items.map(item => (decode ? base64(item) : new TextEncoder().encode(item))) }
}

function base64(item: string): Uint8Array {
  const compact = item.replaceAll(/\s/g, '')
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(compact) && compact.length % 4 === 0
  if (!isBase64) throw invocation('java.lang.IllegalArgumentException: Illegal base64 character')
  return Buffer.from(compact, 'base64')
}

function object(from: Json, key: string): Json {
  return asObject(present(from, key), key)
}

function asObject(value: unknown, key: string): Json {
  if (!isObject(value)) throw json(key, 'is not a JSONObject.')
  return value
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(from: Json, key: string, otherwise?: string): string {
  const value = from[key] ?? otherwise
  if (value === undefined) throw json(key, 'not found.')
  if (typeof value !== 'string') throw json(key, 'is not a string.')
  return value
}

/** The official page sends the words "true" and "false", others send booleans: both are taken. */
function flag(from: Json, key: string, otherwise: boolean): boolean {
  const value = from[key] ?? otherwise
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw json(key, 'is not a Boolean.')
}

function strings(from: Json, key: string): readonly string[] {
  const value = present(from, key)
  if (!Array.isArray(value)) throw json(key, 'is not a JSONArray.')
  return value.map((item, i) => {
    if (typeof item !== 'string') throw invocation(`org.json.JSONException: JSONArray[${i}] is not a String.`)
    return item
  })
}

function optionalStrings(from: Json, key: string): readonly string[] | undefined {
  return from[key] === undefined || from[key] === null ? undefined : strings(from, key)
}

function present(from: Json, key: string): unknown {
  if (from[key] === undefined) throw json(key, 'not found.')
  return from[key]
}

class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

function json(key: string, sentence: string): ArgumentError {
  return invocation(`org.json.JSONException: JSONObject["${key}"] ${sentence}`)
}

function invocation(details: string): ArgumentError {
  const message = 'An invoked method threw an exception.'
  return new ArgumentError({ kind: 'failure', code: 'INVOCATION_ERROR', message, details })
}

function refused(message: string): ArgumentError {
  return new ArgumentError({ kind: 'failure', code: 'INVALID_SIGNING_PARAMS', message })
}

function general(message: string): ArgumentError {
  return new ArgumentError({ kind: 'failure', code: 'GENERAL_ERROR', message })
}
