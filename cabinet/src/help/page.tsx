// The pages of the help: the index, a chapter, all chapters on one page, the easy version, the accessibility statement.
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import { LinkedText } from './linked-text.tsx'
import { memoFor } from './memo-for.ts'
import { CHANGED_ON, CHAPTERS, type ChapterId, type PageId, VERSION } from './pages.ts'
import { Sections } from './sections.tsx'

export function HelpIndexPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.help
  const memo = memoFor(language)
  return (
    <Page frame={frame} title={t.title} description={t.description} crumbs={crumbsTo(frame, [t.short])}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ul class="ways-in">
        {(['easy', 'print'] as const).map(way => (
          <li>
            <a href={`/${language}/help/${way}`}>{t.to[way]}</a>
          </li>
        ))}
      </ul>
      <ol class="chapters">
        {CHAPTERS.map(id => (
          <li>
            <h2>
              <a href={`/${language}/help/${id}`}>{memo[id].title}</a>
            </h2>
            <p>{memo[id].description}</p>
          </li>
        ))}
      </ol>
      <Version frame={frame} changedOn={Object.values(CHANGED_ON).sort().at(-1)} />
    </Page>
  )
}

export function ChapterPage({ frame, id }: { frame: Frame; id: ChapterId }) {
  return (
    <TextPage frame={frame} id={id}>
      <Neighbours frame={frame} id={id} />
    </TextPage>
  )
}

type TextPageProps = { readonly frame: Frame; readonly id: PageId; readonly children?: unknown }

/** One text of the help as a page of its own. */
export function TextPage({ frame, id, children }: TextPageProps) {
  const { title, description, lead, sections } = memoFor(frame.language)[id]
  const crumbs = id === 'accessibility' ? [title] : [frame.t.help.short, title]
  return (
    <Page frame={frame} title={title} description={description} crumbs={crumbsTo(frame, crumbs)}>
      <article class={id === 'easy' ? 'help easy' : 'help'}>
        <h1>{title}</h1>
        <p class="lead">
          <LinkedText text={lead} language={frame.language} />
        </p>
        <nav class="contents" aria-label={frame.t.help.contents}>
          <ul>
            {sections.map(section => (
              <li>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Sections sections={sections} language={frame.language} />
        {children}
        <Version frame={frame} changedOn={CHANGED_ON[id]} />
      </article>
    </Page>
  )
}

/** The whole memo, to be printed or searched in. */
export function WholeMemoPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.help
  const memo = memoFor(language)
  return (
    <Page frame={frame} title={t.whole} description={t.description} crumbs={crumbsTo(frame, [t.short, t.whole])}>
      <article class="help whole">
        <h1>{t.title}</h1>
        <p class="lead">{t.howToPrint}</p>
        <Version frame={frame} changedOn={Object.values(CHANGED_ON).sort().at(-1)} />
        {CHAPTERS.map(id => (
          <section id={id}>
            <h2>{memo[id].title}</h2>
            <p class="lead">
              <LinkedText text={memo[id].lead} language={language} />
            </p>
            <Sections sections={memo[id].sections} language={language} within={id} />
          </section>
        ))}
      </article>
    </Page>
  )
}

/** From the way in, or from the services, to the help (S-29). */
function crumbsTo({ language, t, who }: Frame, [first = '', ...rest]: readonly string[]) {
  const start = who
    ? { text: t.chrome.services, href: `/${language}/services` }
    : { text: t.signIn.title, href: `/${language}/sign-in` }
  const help = rest.length > 0 ? { text: first, href: `/${language}/help` } : { text: first }
  return [start, help, ...rest.map(text => ({ text }))]
}

function Neighbours({ frame: { language, t }, id }: { frame: Frame; id: ChapterId }) {
  const place = CHAPTERS.indexOf(id)
  const [before, after] = [CHAPTERS[place - 1], CHAPTERS[place + 1]]
  const memo = memoFor(language)
  return (
    <nav class="neighbours" aria-label={t.help.chapters}>
      {before && (
        <a href={`/${language}/help/${before}`} rel="prev">
          {t.help.before(memo[before].title)}
        </a>
      )}
      {after && (
        <a href={`/${language}/help/${after}`} rel="next">
          {t.help.after(memo[after].title)}
        </a>
      )}
      <a href={`/${language}/help`}>{t.help.all}</a>
    </nav>
  )
}

function Version({ frame: { language, t }, changedOn }: { frame: Frame; changedOn: string | undefined }) {
  return (
    <p class="version">
      {t.help.version(VERSION.number, String(VERSION.year))}{' '}
      {changedOn && (
        <>
          {t.help.changedOn} <time datetime={changedOn}>{formatDate(changedOn, language)}</time>
        </>
      )}
    </p>
  )
}
