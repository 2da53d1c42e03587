// Addresses of the profile and of the log of who looked.
import type { Hono } from 'hono'
import type { Account } from '../accounts/account.ts'
import type { Channel } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import { isLanguage, type Language } from '../web/language.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import type { History } from './history.ts'
import { HistoryPage } from './history-page.tsx'
import { ProfilePage } from './page.tsx'

export type ProfileNeeds = {
  readonly assets: Assets
  findAccount(iin: Iin): Promise<Account | undefined>
  chooseLanguage(iin: Iin, language: Language): Promise<void>
  findBrokenContacts(iin: Iin): Promise<readonly Channel[]>
  history(iin: Iin, before?: string): Promise<History>
}

const POSITION = /^[1-9]\d{0,17}$/

export function profilePages(app: Hono<Env>, needs: ProfileNeeds): void {
  const { assets } = needs

  app.get(
    '/:language{kk|ru|en}/profile',
    signedIn(async (c, { person }) => {
      const [account, broken] = await Promise.all([needs.findAccount(person.iin), needs.findBrokenContacts(person.iin)])
      const view = { person, account, broken, isSaved: c.req.query('saved') === 'language' }
      return c.html(documentOf(<ProfilePage frame={frameOf(c, assets)} view={view} />))
    }),
  )

  app.post(
    '/:language{kk|ru|en}/profile/language',
    signedIn(async (c, { person }) => {
      const { language } = await readForm(c)
      if (typeof language !== 'string' || !isLanguage(language)) return problemPage(c, assets, 'bad-request')
      await needs.chooseLanguage(person.iin, language)
      return c.redirect(`/${c.get('language')}/profile?saved=language`, 303)
    }),
  )

  app.get(
    '/:language{kk|ru|en}/profile/history',
    signedIn(async (c, { person }) => {
      const asked = c.req.query('before') ?? ''
      const before = POSITION.test(asked) ? asked : undefined
      const history = await needs.history(person.iin, before)
      const page = <HistoryPage frame={frameOf(c, assets)} history={history} isFirst={before === undefined} />
      return c.html(documentOf(page))
    }),
  )
}
