// The public addresses at which anybody checks a paper, a withdrawal or a signature, without a session or a script.
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Check, CheckOutcome } from '../documents/check-paper.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm, shownAgain } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS } from '../web/problems.ts'
import type { CheckedFiles, Upload } from './check-files.ts'
import type { WithdrawalCheck, WithdrawalOutcome } from './check-withdrawal.ts'
import type { Attempt } from './may-check.ts'
import { type Mistake, VerificationPage } from './page.tsx'
import { CheckedPaperPage } from './paper-page.tsx'
import { MAX_UPLOAD, readUpload } from './read-upload.ts'
import { ReportPage } from './report-page.tsx'
import { CheckedWithdrawalPage } from './withdrawal-page.tsx'

export type VerificationPageNeeds = {
  readonly assets: Assets
  readonly checkPaper: (check: Check) => Promise<CheckOutcome>
  readonly checkWithdrawal: (check: WithdrawalCheck) => Promise<WithdrawalOutcome>
  readonly mayUpload: (address: string) => Promise<Attempt>
  readonly checkFiles: (upload: Upload) => Promise<CheckedFiles | 'busy'>
  readonly addressOf: (c: Context) => string
  readonly now: () => Date
}

const PAGE = '/verify'

export function verificationPages(app: Hono<Env>, needs: VerificationPageNeeds): void {
  const address = `/:language{kk|ru|en}${PAGE}`
  app.use(`${address}/*`, async (c, next) => {
    await next()
    c.res.headers.set('Referrer-Policy', 'no-referrer') // the address may hold a code
  })
  app.get(address, c => c.html(documentOf(<VerificationPage frame={frameOf(c, needs.assets)} />)))
  for (const form of ['withdrawal', 'files'])
    app.get(`${address}/${form}`, c => c.redirect(`/${c.var.language}${PAGE}`, 303)) // an answer that is read again
  papers(app, address, needs)
  withdrawals(app, address, needs)
  files(app, address, needs)
}

function papers(app: Hono<Env>, address: string, needs: VerificationPageNeeds): void {
  app.post(address, async c => {
    const code = shownAgain((await readForm(c))['code'])
    const missing = { way: 'paper', code, fault: { code: 'paper-code-missing' } } as const
    return code.trim() === '' ? ask(c, needs, missing) : answerPaper(c, needs, code)
  })
  app.get(`${address}/:code`, c => answerPaper(c, needs, shownAgain(c.req.param('code'))))
}

async function answerPaper(c: Context<Env>, needs: VerificationPageNeeds, typed: string): Promise<Response> {
  const outcome = await needs.checkPaper({ typed, ...askedBy(c, needs) })
  if (outcome.kind === 'refusal') return ask(c, needs, { way: 'paper', code: typed, fault: outcome })
  return c.html(documentOf(<CheckedPaperPage frame={frameOf(c, needs.assets)} paper={outcome.paper} />))
}

function withdrawals(app: Hono<Env>, address: string, needs: VerificationPageNeeds): void {
  app.post(`${address}/withdrawal`, async c => {
    const form = await readForm(c)
    const typed = { number: shownAgain(form['number']), code: shownAgain(form['withdrawal-code']) }
    const empty = typed.number.trim() === '' ? 'number' : typed.code.trim() === '' ? 'withdrawal-code' : undefined
    if (!empty) return answerWithdrawal(c, needs, typed)
    const code = empty === 'number' ? 'withdrawal-number-missing' : 'withdrawal-code-missing'
    return ask(c, needs, { way: 'withdrawal', ...typed, field: empty, fault: { code } })
  })
  app.get(`${address}/:number/:code`, c => {
    const { number, code } = c.req.param()
    return answerWithdrawal(c, needs, { number: shownAgain(number), code: shownAgain(code) })
  })
}

type Typed = { readonly number: string; readonly code: string }

async function answerWithdrawal(c: Context<Env>, needs: VerificationPageNeeds, typed: Typed): Promise<Response> {
  const outcome = await needs.checkWithdrawal({ ...typed, ...askedBy(c, needs) })
  if (outcome.kind === 'refusal')
    return ask(c, needs, { way: 'withdrawal', ...typed, field: 'withdrawal-code', fault: outcome })
  return c.html(documentOf(<CheckedWithdrawalPage frame={frameOf(c, needs.assets)} withdrawal={outcome.withdrawal} />))
}

function files(app: Hono<Env>, address: string, needs: VerificationPageNeeds): void {
  const refuse = (c: Context<Env>, fault: Mistake['fault']) => ask(c, needs, { way: 'files', fault })
  const onError = (c: Context) => refuse(c as Context<Env>, { code: 'files-too-large' })
  app.post(`${address}/files`, bodyLimit({ maxSize: MAX_UPLOAD, onError }), async c => {
    const tried = await needs.mayUpload(needs.addressOf(c))
    if (!tried.allowed) return refuse(c, { code: 'too-many-requests', again: tried.again })
    const upload = await readUpload(c)
    if (typeof upload === 'string') return refuse(c, { code: upload })
    const checked = await needs.checkFiles(upload)
    if (checked === 'busy') return refuse(c, { code: 'verification-busy' })
    return c.html(documentOf(<ReportPage frame={frameOf(c, needs.assets, PAGE)} checked={checked} />))
  })
}

function askedBy(c: Context<Env>, { addressOf }: VerificationPageNeeds) {
  return { address: addressOf(c), reader: c.get('session')?.person.iin, request: c.get('requestId') }
}

/** The page again, with what was typed. In another language it begins anew: nobody's code is put into a link. */
function ask(c: Context<Env>, { assets, now }: VerificationPageNeeds, mistake: Mistake): Response {
  const { code, again } = mistake.fault
  const seconds = again && Math.max(1, Math.ceil((again.getTime() - now().getTime()) / 1000))
  const later = seconds === undefined ? retryAfter(code) : { 'Retry-After': String(seconds) }
  const page = <VerificationPage frame={frameOf(c, assets, PAGE)} mistake={mistake} />
  return c.html(documentOf(page), PROBLEMS[code].status, later)
}
