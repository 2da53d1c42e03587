// Addresses of the pages on which one signs with eGov Mobile. They are shown to the browser that began, and to no other.
import type { Context, Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import type { ProblemCode } from '../web/problems.ts'
import { ownPath, signInAddress } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { Addresses } from './addresses.ts'
import type { Completion, CompletionInput } from './complete-operation.ts'
import { stateAt } from './decide.ts'
import type { Operation } from './operation.ts'
import { QrPage } from './page.tsx'
import type { Purposes } from './purpose.ts'
import type { StartInput } from './start-operation.ts'
import type { NewOperation } from './store.ts'
import { startAddress } from './ways.tsx'

/** What follows when the page goes on: where to, with the cookies set; or why not. */
export type Ending = (c: Context<Env>, signed: SignedBy) => Promise<{ readonly to: string } | ProblemCode>

export type SignedBy = {
  readonly iin: Iin
  readonly starter: string
  readonly next: string | undefined
  readonly madeAt: Date
}

export type QrPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly addresses: Addresses
  readonly purposes: Purposes
  readonly endings: Readonly<Record<string, Ending>>
  readonly mayBegin: (address: string) => Promise<{ readonly allowed: boolean }>
  readonly start: (input: StartInput) => Promise<NewOperation | undefined>
  readonly find: (id: string, starter?: string) => Promise<Operation | undefined>
  readonly findOf: (id: string, person: Iin) => Promise<Operation | undefined>
  readonly cancel: (id: string, starter: string, now: Date) => Promise<void>
  readonly cancelOf: (id: string, person: Iin, now: Date) => Promise<void>
  readonly complete: (input: CompletionInput) => Promise<Completion>
  readonly takeBack: (id: string, starter: string, refused: ProblemCode) => Promise<void>
  readonly now: () => Date
}

const ID = /^[A-Za-z0-9_-]{22}$/
const SHOWN_SECONDS = 3 // so long «Қол қою сәтті аяқталды» stands before the result; whoever is quicker has a link

export function qrPages(app: Hono<Env>, needs: QrPageNeeds): void {
  const page = '/:language{kk|ru|en}/qr/:id{[A-Za-z0-9_-]{22}}'
  app.post('/:language{kk|ru|en}/qr', c => start(c, needs))
  app.get(page, c => show(c, needs, c.req.param('id')))
  app.post(`${page}/cancellation`, c => cancel(c, needs, c.req.param('id')))
  app.post(`${page}/completion`, c => complete(c, needs, c.req.param('id')))
}

async function start(c: Context<Env>, needs: QrPageNeeds): Promise<Response> {
  const { purpose, next, instead } = await readForm(c)
  if (!(await needs.mayBegin(needs.visitor(c).address)).allowed)
    return problemPage(c, needs.assets, 'too-many-requests', undefined, '/sign-in')
  const operation = await needs.start({
    purpose: String(purpose),
    language: c.get('language'),
    starter: needs.cookies.read(c, 'starter'),
    next: typeof next === 'string' ? ownPath(next.slice(0, MAX_NEXT)) : undefined,
    instead: typeof instead === 'string' && ID.test(instead) ? instead : undefined,
  })
  if (!operation) return problemPage(c, needs.assets, 'bad-request')
  c.header('Set-Cookie', needs.cookies.write('starter', operation.starter), { append: true })
  return c.redirect(pageOf(c, operation.id), 303)
}

const MAX_NEXT = 500

async function show(c: Context<Env>, needs: QrPageNeeds, id: string): Promise<Response> {
  const { operation, purpose } = await own(c, needs, id)
  if (!operation || !purpose) return elsewhere(c, needs, id)
  const now = needs.now()
  const frame = frameOf(c, needs.assets)
  const secondsLeft = Math.max(0, Math.ceil((operation.expiresAt.getTime() - now.getTime()) / 1000))
  const { addresses } = needs
  const at = { qrText: addresses.qrText(id), launchLink: addresses.launchLink(id) }
  const state = stateAt(operation, now)
  const start = startAddress(c.get('language'), purpose, operation)
  if (operation.overtaken && state === 'expired') return c.redirect(start, 303) // its own page tells by what
  if (operation.draft && state === 'signed') c.header('Refresh', `${SHOWN_SECONDS}; url=${start}`)
  return c.html(documentOf(<QrPage {...{ frame, id, operation, purpose, state, secondsLeft, ...at }} />))
}

/** Back to where it was begun, to choose another way. Cancelling twice is no mistake. */
async function cancel(c: Context<Env>, needs: QrPageNeeds, id: string): Promise<Response> {
  const { operation, purpose, starter, person } = await own(c, needs, id)
  if (!operation || !purpose) return elsewhere(c, needs, id)
  if (operation.draft && person) await needs.cancelOf(id, person, needs.now())
  else if (starter) await needs.cancel(id, starter, needs.now())
  return c.redirect(startAddress(c.get('language'), purpose, operation), 303)
}

async function complete(c: Context<Env>, needs: QrPageNeeds, id: string): Promise<Response> {
  const done = await needs.complete({ id, starter: needs.cookies.read(c, 'starter') })
  if (done.kind === 'refusal') return refuse(c, needs, done.code, id)
  const { purpose, next, madeAt } = done.operation
  const ending = needs.endings[purpose]
  if (!ending) throw new Error(`qr-signing: nothing follows ${purpose}`)
  const went = await ending(c, { iin: done.signer, starter: done.starter, next, madeAt })
  if (typeof went !== 'string') return c.redirect(went.to, 303)
  await needs.takeBack(id, done.starter, went)
  return refuse(c, needs, went, id, done.operation)
}

/** Of the browser that began, or of the person whose statement is signed. */
async function own(c: Context<Env>, { cookies, find, findOf, purposes }: QrPageNeeds, id: string) {
  const starter = cookies.read(c, 'starter')
  const person = c.get('session')?.person.iin
  const begunHere = starter === undefined ? undefined : await find(id, starter)
  const operation = begunHere ?? (person === undefined ? undefined : await findOf(id, person))
  return { starter, person, operation, purpose: operation && purposes[operation.purpose] }
}

/** Another browser's code and one that never was: the same answer. A statement's is shown to its person, once they sign in. */
async function elsewhere(c: Context<Env>, needs: QrPageNeeds, id: string): Promise<Response> {
  if (c.req.method === 'GET' && !c.get('session') && (await needs.find(id))?.draft)
    return c.redirect(signInAddress(c), 303)
  return problemPage(c, needs.assets, 'qr-elsewhere')
}

/** With the way back to where it was begun, and to the code's own page when what was signed can still be gone on with. */
function refuse(c: Context<Env>, needs: QrPageNeeds, code: ProblemCode, id: string, operation?: Operation): Response {
  const purpose = operation && needs.purposes[operation.purpose]
  const { language, t } = frameOf(c, needs.assets)
  const again = { text: t.qrSigning.signed.button, href: `/${language}/qr/${id}` }
  const next = purpose && [
    ...(code === 'person-data-unavailable' ? [again] : []),
    { text: purpose.heading[language], href: startAddress(language, purpose, operation) },
  ]
  return problemPage(c, needs.assets, code, next, `/qr/${id}`)
}

function pageOf(c: Context<Env>, id: string): string {
  return `/${c.get('language')}/qr/${id}`
}
