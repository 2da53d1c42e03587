// The public address at which anybody checks a paper: by typing its code, or by the QR code that holds the whole address.
import type { Context, Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm, shownAgain } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS } from '../web/problems.ts'
import type { Check, CheckOutcome } from './check-paper.ts'
import { CheckedPaperPage, type Mistake, VerificationPage } from './verification-page.tsx'

export type VerificationPageNeeds = {
  readonly assets: Assets
  readonly check: (check: Check) => Promise<CheckOutcome>
  readonly addressOf: (c: Context) => string
  readonly now: () => Date
}

const FORM = '/verify'

export function verificationPages(app: Hono<Env>, needs: VerificationPageNeeds): void {
  const address = '/:language{kk|ru|en}/verify'
  app.use(`${address}/*`, async (c, next) => {
    await next()
    c.res.headers.set('Referrer-Policy', 'no-referrer') // the address holds a code
  })

  app.get(address, c => c.html(documentOf(<VerificationPage frame={frameOf(c, needs.assets)} />)))

  app.post(address, async c => {
    const { code } = await readForm(c)
    const typed = shownAgain(code)
    return typed.trim() === ''
      ? ask(c, needs, { typed, fault: { code: 'paper-code-missing' } })
      : answer(c, needs, typed)
  })

  app.get(`${address}/:code`, c => answer(c, needs, shownAgain(c.req.param('code'))))
}

async function answer(c: Context<Env>, needs: VerificationPageNeeds, typed: string): Promise<Response> {
  const outcome = await needs.check({
    typed,
    address: needs.addressOf(c),
    reader: c.get('session')?.person.iin,
    request: c.get('requestId'),
  })
  if (outcome.kind === 'refusal') return ask(c, needs, { typed, fault: outcome })
  return c.html(documentOf(<CheckedPaperPage frame={frameOf(c, needs.assets)} paper={outcome.paper} />))
}

/** The form again, with what was typed. In another language it begins anew: nobody's code is put into a link. */
function ask(c: Context<Env>, { assets, now }: VerificationPageNeeds, mistake: Mistake): Response {
  const { code, again } = mistake.fault
  const seconds = again && Math.max(1, Math.ceil((again.getTime() - now().getTime()) / 1000))
  const later = seconds === undefined ? retryAfter(code) : { 'Retry-After': String(seconds) }
  const page = <VerificationPage frame={frameOf(c, assets, FORM)} mistake={mistake} />
  return c.html(documentOf(page), PROBLEMS[code].status, later)
}
