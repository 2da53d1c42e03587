// The frame of every page: head, header with the languages and the person, main, footer. Complete without a script.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Assets } from './assets.ts'
import { Breadcrumbs, type Crumb } from './components/breadcrumbs.tsx'
import type { Env } from './context.ts'
import { LANGUAGES, type Language } from './language.ts'
import { messagesFor } from './messages/for.ts'
import type { Messages } from './messages/kk.ts'

const WORDMARK = 'Өтініш'
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** What every page is told: the language and its words, where it stands, and who is reading. */
export type Frame = {
  readonly language: Language
  readonly t: Messages
  readonly assets: Assets
  readonly address: string // path and query below the language: '/applications?status=accepted'
  readonly who: string | undefined
}

/** The frame of a request. `address` is given when the page answers a form and can be read again elsewhere. */
export function frameOf(c: Context<Env>, assets: Assets, address?: string): Frame {
  const language = c.get('language')
  const person = c.get('session')?.person
  return {
    language,
    t: messagesFor(language),
    assets,
    address: address ?? ownAddress(c.req.url),
    who: person && `${person.surname} ${person.name}`,
  }
}

/** A page as it is sent. */
export function documentOf(page: Child): string {
  return `<!doctype html>${page}`
}

type PageProps = {
  readonly frame: Frame
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  readonly island?: string // the script that makes this page better
  readonly children?: Child
}

export function Page({ frame, title, crumbs = [], island, children }: PageProps) {
  const { language, t, assets } = frame
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>
          {title} · {WORDMARK}
        </title>
        <link rel="icon" href={assets.url('icon.svg')} type="image/svg+xml" />
        <link rel="preload" href={assets.url('otinish-sans-400.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={assets.url('style.css')} />
        {island && <script type="module" src={assets.url(island)}></script>}
      </head>
      <body>
        <a class="skip" href="#main">
          {t.chrome.skip}
        </a>
        <Header frame={frame} />
        <Breadcrumbs label={t.chrome.youAreHere} crumbs={crumbs} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>
            {t.chrome.contact}: <a href="tel:1418">1418</a>
          </p>
          <p>{t.chrome.clock}</p>
        </footer>
      </body>
    </html>
  )
}

function Header({ frame }: { frame: Frame }) {
  const { language, t, who, address } = frame
  return (
    <header class="head">
      <a class="wordmark" href={`/${language}/services`} lang="kk">
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
      {who && (
        <form class="who" method="post" action={`/${language}/sign-out`}>
          <span>
            <span class="unseen">{t.chrome.signedInAs}: </span>
            <span lang="kk">{who}</span>
          </span>
          <button type="submit" class="plain">
            {t.chrome.signOut}
          </button>
        </form>
      )}
    </header>
  )
}

/** The path and query without the language, so that the language can be switched in place. */
function ownAddress(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname.replace(/^\/(kk|ru|en)(?=\/|$)/, '') + search
}
