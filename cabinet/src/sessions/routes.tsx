// Addresses of the session itself: how long it lasts, extending it, signing out, and the page of devices.
import type { Context, Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, signedOut } from '../web/cookies.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problem } from '../web/problem-response.ts'
import { ownReferer, signedIn } from '../web/signed-in.ts'
import { visitOf } from '../web/visit.ts'
import { DevicesPage } from './devices-page.tsx'
import type { Access } from './list-store.ts'
import type { Session } from './session.ts'

export type SessionPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly access: (iin: Iin, now: Date) => Promise<Access>
  readonly signOut: (session: string | undefined) => Promise<void>
  readonly signOutEverywhere: (iin: Iin) => Promise<void>
  readonly endElsewhere: (session: Session, key: string) => Promise<void>
  readonly forgetDevice: (session: Session, id: string) => Promise<void>
  readonly now: () => Date
}

const LANGUAGE = '/:language{kk|ru|en}'
const UUID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'

/** Asking here how long the session lasts does not prolong it. */
export const LOOK = /^\/(kk|ru|en)\/session$/

export function sessionPages(app: Hono<Env>, needs: SessionPageNeeds): void {
  lasting(app)
  signingOut(app, needs)
  devices(app, needs)
}

function lasting(app: Hono<Env>): void {
  app.get(`${LANGUAGE}/session`, c => {
    const session = c.get('session')
    if (!session) return problem(c, 'not-signed-in')
    const { key, left, isLast } = visitOf(session)
    return c.json({ key, left, isLast })
  })

  // Nothing to do here: the request itself has prolonged the session.
  app.post(`${LANGUAGE}/session/extension`, c => {
    const forProgram = c.req.header('Accept') === 'application/json'
    if (!forProgram) return signedIn(() => c.redirect(ownReferer(c) ?? `/${c.get('language')}/services`, 303))(c)
    return c.get('session') ? c.body(null, 204) : problem(c, 'not-signed-in')
  })
}

function signingOut(app: Hono<Env>, { cookies, signOut, signOutEverywhere }: SessionPageNeeds): void {
  const leave = (c: Context<Env>, how: 'out' | 'everywhere') => {
    for (const line of signedOut(cookies)) c.header('Set-Cookie', line, { append: true })
    return c.redirect(`/${c.get('language')}/sign-in?ended=${how}`, 303)
  }
  app.post(`${LANGUAGE}/sign-out`, async c => {
    await signOut(cookies.read(c, 'session'))
    return leave(c, 'out')
  })

  app.post(`${LANGUAGE}/sign-out-everywhere`, c =>
    signedIn(async (_, { person }) => {
      await signOutEverywhere(person.iin)
      return leave(c, 'everywhere')
    })(c),
  )
}

function devices(app: Hono<Env>, { assets, access, endElsewhere, forgetDevice, now }: SessionPageNeeds): void {
  const back = (c: Context<Env>) => c.redirect(`/${c.get('language')}/profile/devices`, 303)
  app.get(
    `${LANGUAGE}/profile/devices`,
    signedIn(async (c, session) => {
      const known = await access(session.person.iin, now())
      return c.html(documentOf(<DevicesPage frame={frameOf(c, assets)} session={session} access={known} />))
    }),
  )
  app.post(`${LANGUAGE}/profile/devices/sessions/:key${UUID}/end`, c =>
    signedIn(async (_, session) => {
      await endElsewhere(session, c.req.param('key'))
      return back(c)
    })(c),
  )
  app.post(`${LANGUAGE}/profile/devices/:id${UUID}/forget`, c =>
    signedIn(async (_, session) => {
      await forgetDevice(session, c.req.param('id'))
      return back(c)
    })(c),
  )
}
