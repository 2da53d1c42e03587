// The frame of every page: head, header with the languages and the person, main, footer. Complete without a script.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Announcement } from './announcement.ts'
import type { Assets } from './assets.ts'
import { AlarmBanner } from './components/alarm-banner.tsx'
import { Announcements } from './components/announcements.tsx'
import { Breadcrumbs, type Crumb } from './components/breadcrumbs.tsx'
import { Footer } from './components/footer.tsx'
import { Head, WORDMARK } from './components/head.tsx'
import { PersonName } from './components/person-name.tsx'
import { SessionWatch } from './components/session-watch.tsx'
import type { Env } from './context.ts'
import { type Ended, endedOf } from './ended.ts'
import { LANGUAGES, type Language } from './language.ts'
import { messagesFor } from './messages/for.ts'
import type { Messages } from './messages/kk.ts'
import { render } from './render.ts'
import { type Visit, visitOf } from './visit.ts'

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** What every page is told: the language and its words, where it stands, and who is reading. */
export type Frame = {
  readonly language: Language
  readonly t: Messages
  readonly assets: Assets
  readonly site: string // the origin under which the world knows us: 'https://cabinet.enpf.example'
  readonly address: string // path and query below the language: '/applications?status=accepted'
  readonly who: string | undefined
  readonly visit: Visit | undefined // of whoever is signed in
  readonly announcements: readonly Announcement[] // of what does not work, or will not
  readonly ended: Ended | undefined // why one was sent here, when a session has just ended
}

/** The frame of a request. `address` is given when the page answers a form and can be read again elsewhere. */
export function frameOf(c: Context<Env>, assets: Assets, address?: string): Frame {
  const language = c.get('language')
  const session = c.get('session')
  const person = session?.person
  return {
    language,
    t: messagesFor(language),
    assets,
    site: c.get('site'),
    address: address ?? ownAddress(c.req.url),
    who: person && `${person.surname} ${person.name}`,
    visit: session && visitOf(session),
    announcements: c.get('announcements') ?? [],
    ended: session ? undefined : endedOf(c),
  }
}

/** A page as it is sent. */
export function documentOf(page: Child): string {
  return `<!doctype html>${render(page)}`
}

type PageProps = {
  readonly frame: Frame
  readonly title: string
  readonly description?: string | undefined // of a public page, in a sentence: only such a page is for search engines
  readonly crumbs?: readonly Crumb[]
  readonly island?: string // the script that makes this page better
  /**
   * Of an address that may hold a secret: no other page is told of it. Older browsers then send no origin with the forms of
   * the page, which are refused; so it has none of the session, and one signs out elsewhere.
   */
  readonly referrer?: 'none'
  readonly children?: Child
}

export function Page({ frame, title, description, crumbs = [], island, referrer, children }: PageProps) {
  const { language, t, ended } = frame
  const visit = referrer === 'none' ? undefined : frame.visit
  const scripts = [visit || ended ? 'session.js' : [], island ?? []].flat()
  return (
    <html lang={language}>
      <Head frame={frame} title={title} description={description} scripts={scripts} />
      <body>
        <a class="skip" href="#main">
          {t.chrome.skip}
        </a>
        <Header frame={frame} isOpen={description !== undefined} canSignOut={referrer !== 'none'} />
        <Breadcrumbs label={t.chrome.youAreHere} crumbs={crumbs} />
        <Announcements frame={frame} />
        {visit?.alarmed && <AlarmBanner frame={frame} />}
        <main id="main" tabindex={-1}>
          {ended && <p class="notice">{t.sessions.ended[ended]}</p>}
          {children}
        </main>
        <Footer frame={frame} />
        {visit && <SessionWatch frame={frame} visit={visit} />}
      </body>
    </html>
  )
}

type HeaderProps = { readonly frame: Frame; readonly isOpen: boolean; readonly canSignOut: boolean }

/** `isOpen`: the page is for everybody, so whoever reads it may still want to sign in. */
function Header({ frame, isOpen, canSignOut }: HeaderProps) {
  const { language, t, address, who } = frame
  return (
    <header class="head">
      <a class="wordmark" href={`/${language}/${who ? 'services' : 'sign-in'}`} lang="kk">
        {WORDMARK}
      </a>
      <nav class="languages" aria-label={t.chrome.languages}>
        {LANGUAGES.map(other => (
          <a
            href={`/${other}${address}`}
            lang={other}
            hreflang={other}
            aria-current={other === language ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[other]}
          </a>
        ))}
      </nav>
      {isOpen && !who && (
        <a class="way-in" href={`/${language}/sign-in`}>
          {t.chrome.signIn}
        </a>
      )}
      {who &&
        (canSignOut ? (
          <form class="who" method="post" action={`/${language}/sign-out`}>
            <Reader frame={frame} who={who} />
            <button type="submit" class="plain">
              {t.chrome.signOut}
            </button>
          </form>
        ) : (
          <div class="who">
            <Reader frame={frame} who={who} />
          </div>
        ))}
    </header>
  )
}

/** Who is signed in, and what waits for them unread. */
function Reader({ frame: { language, t, visit }, who }: { frame: Frame; who: string }) {
  const unread = visit?.unread ?? 0
  return (
    <>
      <a href={`/${language}/profile`}>
        <span class="unseen">{t.chrome.profile}: </span>
        <PersonName name={who} language={language} />
      </a>
      <a href={`/${language}/messages`}>
        {t.chrome.messages}
        {unread > 0 && (
          <>
            <span class="unread" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
            <span class="unseen"> ({t.chrome.unread(unread)})</span>
          </>
        )}
      </a>
    </>
  )
}

/** The path and query without the language, so that the language can be switched in place. */
function ownAddress(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname.replace(/^\/(kk|ru|en)(?=\/|$)/, '') + search
}
