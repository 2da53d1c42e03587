// The addresses that eGov Mobile calls: API №1 (GET) and API №2 (GET, PUT) of the QR signing protocol. No cookie means anything
// here; who knows the id was shown the code, and who shows the token asked API №1. Refusals are `{"message"}` (§5.2).
import type { Context, Hono } from 'hono'
import type { Env } from '../web/context.ts'
import type { Language } from '../web/language.ts'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { preferredLanguage } from '../web/request-language.ts'
import { type Addresses, BY_LINK, OPERATION_PATH } from './addresses.ts'
import { type PhoneAnswer, servingRefusal } from './decide.ts'
import type { Operation } from './operation.ts'
import { readPhoneAnswer } from './phone-answer.ts'
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
  readonly receive: (id: string, answer: PhoneAnswer) => Promise<Reception>
  readonly now: () => Date
}

type Call = Context<Env, '/:id'>

export function phoneApi(app: Hono<Env>, needs: PhoneApiNeeds): void {
  const operation = `${OPERATION_PATH}/:id{[A-Za-z0-9_-]{22}}`
  app.get(operation, c => tellOperation(c, needs))
  app.get(`${operation}/documents`, c => tellDocuments(c, needs))
  app.put(`${operation}/documents`, c => takeSignature(c, needs))
  app.post(`${operation}/documents`, c => refuse(c, 'qr-form-unused')) // auth_type Eds, which no purpose uses
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

/** API №2: only with the token of API №1. */
async function tellDocuments(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const id = c.req.param('id')
  if (!needs.tokens.isOf(id, c.req.header('Authorization'))) return refuseStranger(c)
  const found = await toServe(needs, id)
  if (found.kind === 'refusal') return refuse(c, found.code, found.operation)
  const told = { ...found, language: languageOf(c, found.operation) }
  return answer(c, 200, told.language, documentsWords(told))
}

async function takeSignature(c: Call, needs: PhoneApiNeeds): Promise<Response> {
  const id = c.req.param('id')
  if (!needs.tokens.isOf(id, c.req.header('Authorization'))) return refuseStranger(c)
  const read = readPhoneAnswer(await c.req.text())
  if (!read) return refuse(c, 'qr-unreadable')
  const reception = await needs.receive(id, read)
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

/** Of statuses the protocol knows 403 for what is wrong with a signature, and few others (§5.2). */
const KNOWN_STATUSES = [400, 401, 404, 409, 413, 503] as const

function refuse(c: Context<Env>, code: ProblemCode, operation?: Operation): Response {
  const { status, text } = PROBLEMS[code]
  const language = languageOf(c, operation)
  const told = KNOWN_STATUSES.find(known => known === status) ?? 403
  return answer(c, told, language, { message: text[language] }, retryAfter(code))
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
