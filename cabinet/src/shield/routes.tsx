// Addresses of the shield: that of an alert, which needs no session; that of the message in the cabinet, which leads to it; and
// the page on which an alarm is taken back.
import type { Context, Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Session } from '../sessions/session.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm, shownAgain } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage, problemPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import type { NoAlert } from './alert.ts'
import { decideLift, type LiftRuling } from './decide.ts'
import type { LookOutcome } from './look-at-alert.ts'
import { AlertPage, ProtectionPage, RaisedPage } from './page.tsx'
import { ALARM_PATH, PROTECTION_PATH } from './paths.ts'
import type { RaiseOutcome } from './raise-alarm.ts'

export type ShieldPageNeeds = {
  readonly assets: Assets
  readonly addressOf: (c: Context) => string
  look(typed: string, address: string): Promise<LookOutcome>
  raise(typed: string, address: string): Promise<RaiseOutcome>
  codeOfMessage(iin: Iin, message: string): Promise<string | undefined>
  findAlarm(iin: Iin): Promise<Date | undefined>
  lift(session: Session): Promise<LiftRuling>
}

const LANGUAGE = '/:language{kk|ru|en}'

export function shieldPages(app: Hono<Env>, needs: ShieldPageNeeds): void {
  alerts(app, needs)
  protection(app, needs)
}

function alerts(app: Hono<Env>, { assets, addressOf, look, raise, codeOfMessage }: ShieldPageNeeds): void {
  app.use(`${LANGUAGE}${ALARM_PATH}/*`, async (c, next) => {
    await next()
    c.res.headers.set('Referrer-Policy', 'no-referrer') // the address holds a code
  })

  app.get(`${LANGUAGE}${ALARM_PATH}/:code`, async c => {
    const found = await look(shownAgain(c.req.param('code')), addressOf(c))
    if (found.kind === 'refusal') return none(c, assets, found)
    const frame = frameOf(c, assets)
    return c.html(documentOf(<AlertPage frame={frame} alert={found.alert} code={found.code} />))
  })

  // By the code alone: whoever presses need not be signed in, and may come from a page that tells nobody where it is.
  app.post(`${LANGUAGE}${ALARM_PATH}`, async c => {
    const { code } = await readForm(c)
    const outcome = await raise(shownAgain(code), addressOf(c))
    if (outcome.kind === 'refusal') return none(c, assets, outcome)
    const frame = { ...frameOf(c, assets, '/sign-in'), who: undefined, visit: undefined } // whose session it was, it is over
    return c.html(documentOf(<RaisedPage frame={frame} checking={outcome.checking} />))
  })

  app.get(`${LANGUAGE}/messages/:id/not-me`, c =>
    signedIn(async (_, { person }) => {
      const code = await codeOfMessage(person.iin, c.req.param('id'))
      return code ? c.redirect(`/${c.get('language')}${ALARM_PATH}/${code}`, 303) : notFoundPage(c, assets)
    })(c),
  )
}

/** Never made, run out, used: one answer, which says no more than where to call. */
function none(c: Context<Env>, assets: Assets, { code }: NoAlert): Response {
  return problemPage(c, assets, code, undefined, '/sign-in')
}

function protection(app: Hono<Env>, { assets, findAlarm, lift }: ShieldPageNeeds): void {
  app.get(
    `${LANGUAGE}${PROTECTION_PATH}`,
    signedIn(async (c, session) => {
      const raisedAt = await findAlarm(session.person.iin)
      const mayLift = decideLift(raisedAt, session) === 'lift'
      const view = { raisedAt, mayLift, lifted: c.req.query('lifted') === 'yes' }
      return c.html(documentOf(<ProtectionPage frame={frameOf(c, assets, PROTECTION_PATH)} view={view} />))
    }),
  )

  app.post(
    `${LANGUAGE}${PROTECTION_PATH}/lifting`,
    signedIn(async (c, session) => {
      const ruling = await lift(session)
      if (ruling !== 'alarm-needs-signature')
        return c.redirect(`/${c.get('language')}${PROTECTION_PATH}?lifted=yes`, 303)
      const raisedAt = await findAlarm(session.person.iin)
      const view = { raisedAt, mayLift: false, refused: true }
      return c.html(documentOf(<ProtectionPage frame={frameOf(c, assets, PROTECTION_PATH)} view={view} />), 403)
    }),
  )
}
