// The addresses that eGov Mobile calls: API №1 (GET) and API №2 (GET or POST, PUT) of the QR signing protocol. No cookie means
// anything here; who knows the id was shown the code, who shows the token asked API №1, and who signs a login is its signer. Refusals are `{"message"}` (§5.2).
import type { Context, Hono } from 'hono'
import type { Env } from '../web/context.ts'
import type { Language } from '../web/language.ts'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { SHIELD_PROBLEMS } from '../web/problems-of-shield.ts'
import { WITHDRAWAL_PROBLEMS } from '../web/problems-of-withdrawal.ts'
import { preferredLanguage } from '../web/request-language.ts'
import type { LoginQuestion, LoginVerdict } from '../xml-signature/whose-login.ts'
import { type Addresses, BY_LINK, OPERATION_PATH } from './addresses.ts'
import { MAX_GIVEN, type PhoneAnswer, servingRefusal } from './decide.ts'
import type { Operation } from './operation.ts'
import { readLoginXml, readPhoneAnswer } from './phone-answer.ts'
import { documentsWords, type Organisation, operationWords } from './phone-words.ts'
import type { Purposes } from './purpose.ts'
import type { Reception } from './receive-answer.ts'
import type { Tokens } from './token.ts'

export type PhoneApiNeeds = {
  readonly addresses: Addresses
  readonly organisation: Organisation
  readonly purposes: Purposes
  readonly tokens: Tokens
  readonly find: (id: string) => Promise<Operation | undefined>
  readonly markScanned: (id: string, sameDevice: boolean, now: Date) => Promise<void>
  readonly give: (id: string, now: Date) => Promise<boolean> // a statement to read, so often and no more
  readonly whoseLogin: (question: LoginQuestion) => Promise<LoginVerdict>
  readonly receive: (id: string, answer: PhoneAnswer, until: number) => Promise<Reception>
  readonly now: () => Date
}

type Call = Context<Env, '/:id'>

/** The phone is answered within ten seconds (§5). From the moment that it calls: what is not known by then is held, or sent again. */
const PATIENCE_MS = 7_000

export function phoneApi(app: Hono<Env>, needs: PhoneApiNeeds): void {
  const operation = `${OPERATION_PATH}/:id{[A-Za-z0-9_-]{22}}`
  app.get(operation, c => tellOperation(c, needs))
  app.get(`${operation}/documents`, c => tellDocuments(c, needs))
  app.put(`${operation}/documents`, c => takeSignature(c, needs))
  app.post(`${operation}/documents`, c => tellToPerson(c, needs))
  app.all('/qr/*', c => refuse(c, 'qr-not-found'))
}

/** API №1. A second scan is no mistake: a preview may have asked before the person did (§7). */
async function tellOperation(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const { addresses, organisation, tokens } = needs
  const id = c.req.param('id')
  const found = await toServe(needs, id)
  if (found.kind === 'refusal') return refuse(c, found.code, found.operation)
  const sameDevice = c.req.query(BY_LINK) !== undefined
  await needs.markScanned(id, sameDevice, needs.now())
  const told = { ...found, language: languageOf(c, found.operation) }
  return answer(c, 200, told.language, operationWords(told, { id, addresses, organisation, token: tokens.of(id) }))
}

/** API №2 of `auth_type` Token: only with the token of API №1. */
async function tellDocuments(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const id = c.req.param('id')
  const found = await toServe(needs, id)
  if (asksForSignature(needs, found.operation)) return refuse(c, 'qr-form-unused', found.operation)
  if (!needs.tokens.isOf(id, c.req.header('Authorization'))) return refuseStranger(c)
  return found.kind === 'refusal' ? refuse(c, found.code, found.operation) : giveDocuments(c, needs, found)
}

/** API №2 of `auth_type` Eds: to the person whose document it is, and to nobody else who has the code (§3). */
async function tellToPerson(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const until = performance.now() + PATIENCE_MS
  const id = c.req.param('id')
  const found = await toServe(needs, id)
  if (found.kind === 'refusal') return refuse(c, found.code, found.operation)
  if (!asksForSignature(needs, found.operation)) return refuse(c, 'qr-form-unused', found.operation)
  const xml = readLoginXml(await c.req.text())
  if (xml === undefined) return refuse(c, 'qr-unreadable', found.operation)
  const who = await needs.whoseLogin({ xml, url: needs.addresses.documents(id), at: needs.now(), until })
  if (who.kind === 'refusal') return refuse(c, who.code, found.operation)
  if (who.iin !== found.operation.expected) return refuse(c, 'qr-wrong-person', found.operation)
  return giveDocuments(c, needs, found)
}

function asksForSignature({ purposes }: PhoneApiNeeds, operation: Operation | undefined): boolean {
  return operation !== undefined && purposes[operation.purpose]?.authType === 'Eds'
}

type Served = Extract<Awaited<ReturnType<typeof toServe>>, { kind: 'served' }>

/** A statement names a person: each time it is given is counted, and told to them. */
async function giveDocuments(c: Call, needs: PhoneApiNeeds, { operation, purpose }: Served): Promise<Response> {
  const { draft, given } = operation
  if (draft && !(await needs.give(c.req.param('id'), needs.now())))
    return refuse(c, given >= MAX_GIVEN ? 'qr-given-enough' : 'qr-not-found', operation)
  const language = languageOf(c, operation)
  return answer(c, 200, language, documentsWords({ operation, purpose, language }))
}

async function takeSignature(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const until = performance.now() + PATIENCE_MS
  const id = c.req.param('id')
  const isKnown = needs.tokens.isOf(id, c.req.header('Authorization'))
  if (!isKnown && !asksForSignature(needs, await needs.find(id))) return refuseStranger(c)
  const read = readPhoneAnswer(await c.req.text())
  if (!read) return refuse(c, 'qr-unreadable')
  const reception = await needs.receive(id, read, until)
  if (reception.kind === 'refusal') return refuse(c, reception.code, await needs.find(id))
  const { operation } = reception
  const backUrl = needs.addresses.page(operation.language, id)
  const body = operation.sameDevice && read.kind !== 'declined' ? { status: 'success', backUrl } : { status: 'success' }
  return answer(c, 200, languageOf(c, operation), body)
}

async function toServe({ find, purposes, now }: PhoneApiNeeds, id: string) {
  const operation = await find(id)
  if (!operation) return { kind: 'refusal', code: 'qr-not-found', operation } as const
  const purpose = purposes[operation.purpose]
  const refused = purpose ? servingRefusal(operation, now()) : 'qr-not-found'
  return purpose && !refused
    ? ({ kind: 'served', operation, purpose } as const)
    : ({ kind: 'refusal', code: refused ?? 'qr-not-found', operation } as const)
}

/** An older app names no language (§6): then the one of the page. */
function languageOf(c: Context<Env>, operation: Operation | undefined): Language {
  const told = c.req.header('Accept-Language')
  return told || !operation ? preferredLanguage(told) : operation.language
}

function refuseStranger(c: Context<Env>): Response {
  c.header('WWW-Authenticate', 'Bearer')
  return refuse(c, 'qr-token-wrong')
}

/** Of statuses the protocol knows 403 for what is wrong with a signature or an act, and few others (§5.2). */
const KNOWN_STATUSES = [400, 401, 404, 409, 413, 503] as const
const OF_ACTS: ReadonlySet<string> = new Set([...Object.keys(WITHDRAWAL_PROBLEMS), ...Object.keys(SHIELD_PROBLEMS)])

function refuse(c: Context<Env>, code: ProblemCode, operation?: Operation): Response {
  const language = languageOf(c, operation)
  return answer(c, statusOf(code), language, { message: PROBLEMS[code].text[language] }, retryAfter(code))
}

function statusOf(code: ProblemCode): Status {
  if (code === 'withdrawal-being-checked') return 503 // another signature is: the same may be sent again
  return OF_ACTS.has(code) ? 403 : (KNOWN_STATUSES.find(known => known === PROBLEMS[code].status) ?? 403)
}

type Status = 200 | 403 | (typeof KNOWN_STATUSES)[number]

function answer(
  c: Context<Env>,
  status: Status,
  language: Language,
  body: object,
  headers: Record<string, string> = {},
) {
  const type = 'application/json; charset=utf-8'
  return c.body(JSON.stringify(body), status, { 'Content-Type': type, 'Content-Language': language, ...headers })
}
