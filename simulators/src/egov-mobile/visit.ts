// One scan, from the text of the code to the documents before the person.
import type { KeyRing } from '../ncalayer/key-ring.ts'
import type { CallName } from './answer.ts'
import { type Heard, readAnswer } from './answer.ts'
import { type Call, call } from './call.ts'
import { type Documents, plainText, readDocuments } from './documents.ts'
import type { Language } from './localised.ts'
import { loginXml } from './login-xml.ts'
import { type Operation, readOperation } from './operation.ts'
import { pickKey } from './pick-key.ts'
import { openTrail, type Report, type Shown, type Trail } from './report.ts'
import { readScannedText, type Scanned } from './scanned-text.ts'
import type { Place } from './violation.ts'
import { type How, type Way, wayOf } from './ways.ts'

export type Phone = {
  readonly domains: readonly string[]
  readonly keys: KeyRing
  readonly now: () => Date // of this phone
  readonly tsp: string | undefined
}

/** Whose phone it is, in which language, and what is done with it. */
export type Person = { readonly iin: string; readonly language: Language; readonly how: How }

export type Visit = {
  readonly phone: Phone
  readonly person: Person
  readonly way: Way
  readonly scanned: Scanned
  readonly operation: Operation
  readonly documents: Documents
  readonly trail: Trail
}

export type Opening =
  | { readonly kind: 'open'; readonly visit: Visit }
  | { readonly kind: 'over'; readonly report: Report }

/** Scans, asks who it is and what is to be signed. Over when something is wrong, or the way ends before. */
export async function openVisit(phone: Phone, text: string, person: Person): Promise<Opening> {
  const trail = openTrail()
  const over = (outcome: Report['outcome']): Opening => ({ kind: 'over', report: trail.report(outcome) })
  const way = wayOf(person.how)
  const scanned = readScannedText(trail.notes.place('1.1', 'QR'), text, phone.domains)
  if (!scanned) return over('stopped')

  const ask = asker(trail, person)
  const first = await ask('2', 'API №1', { method: 'GET', url: scanned.operation, headers: {} })
  if (typeof first === 'string') return over(first)
  const operation = readOperation(first.place, first.body, { now: phone.now(), domains: phone.domains })
  if (operation) trail.show(shownOperation(operation, person.language))
  if (!operation || hasViolations(trail)) return over('stopped')
  if (way.closes === 'after-api1') return over('dropped')
  const asked = askForDocuments(operation, { phone, person, way })
  if (!asked) return over('no-key')
  const second = await ask('4', 'API №2', asked)
  if (typeof second === 'string') return over(second)
  const documents = readDocuments(second.place, second.body, way.age ?? 'current')
  if (documents) trail.show({ documents: shownDocuments(documents, person.language) })
  if (!documents || hasViolations(trail)) return over('stopped')
  if (way.closes === 'after-api2') return over('dropped')
  return { kind: 'open', visit: { phone, person, way, scanned, operation, documents, trail } }
}

/** By the token, or by a login signed with the person's key for authentication; undefined: they have none. */
function askForDocuments(operation: Operation, { phone, person, way }: Pick<Visit, 'phone' | 'person' | 'way'>) {
  const { documents: url, authorisation } = operation
  if (authorisation.type !== 'Eds') return { method: 'GET', url, headers: authorisationOf(operation) } as const
  const store = pickKey(phone.keys, person.iin, way.login ?? { purpose: 'authentication', what: 'good' })
  if (!store) return undefined
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const body = JSON.stringify({ xml: loginXml(store, url.href, phone.now()) })
  return { method: 'POST', url, headers, body } as const
}

type Got = { readonly place: Place; readonly body: unknown }

function asker(trail: Trail, person: Person) {
  return async (section: '2' | '4', name: CallName, asked: Call): Promise<Got | Report['outcome']> => {
    const place = trail.notes.place(section, name)
    const heard = await speak(trail, person, name, asked)
    if (heard === undefined) return 'unreachable'
    if (heard.kind === 'taken') return { place, body: heard.body }
    return heard.kind === 'refused' ? 'refused' : 'stopped'
  }
}

/** One call, its status and its words written down; undefined when there was no answer. */
export async function speak(trail: Trail, person: Person, name: CallName, asked: Call): Promise<Heard | undefined> {
  const language = wayOf(person.how).age === 'old' ? {} : { 'accept-language': person.language }
  const answer = await call({ ...asked, headers: { ...language, ...asked.headers } })
  if (!answer) return undefined
  trail.answered(answer.status)
  const heard = readAnswer(trail.notes.place('5.2', name), name, answer)
  if (heard.kind === 'refused' && heard.message !== undefined) trail.show({ message: heard.message })
  return heard
}

/** What the service wants to see at API №2. */
export function authorisationOf({ authorisation }: Operation): Readonly<Record<string, string>> {
  return authorisation.type === 'Token' ? { authorization: `Bearer ${authorisation.token}` } : {}
}

function hasViolations(trail: Trail): boolean {
  return trail.notes.violations().length > 0
}

function shownOperation({ description, until, organisation }: Operation, language: Language): Partial<Shown> {
  const { name, bin } = organisation
  return { description, until: until.toISOString(), organisation: name[language], bin }
}

function shownDocuments({ list }: Documents, language: Language): Shown['documents'] {
  return list.map(({ title, meta, content }) => {
    if (content.kind === 'xml') return { title: title[language], meta, mime: 'application/xml', text: null } // name and meta alone
    const text = content.mime === 'application/pdf' ? undefined : plainText(content.bytes)
    return { title: title[language], meta, mime: content.mime, text: text ?? null }
  })
}
