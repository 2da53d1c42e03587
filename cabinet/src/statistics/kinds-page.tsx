// Every kind of application, for anybody: the way to the page of each.
import { type Family, KIND_IDS, kindOf } from '../applications/kinds.ts'
import { type Frame, Page } from '../web/page.tsx'

export function KindsPage({ frame }: { readonly frame: Frame }) {
  const { language } = frame
  const t = frame.t.kinds
  return (
    <Page frame={frame} title={t.title} description={t.description} crumbs={[{ text: t.title }]}>
      <h1>{t.title}</h1>
      <p class="lead">{t.description}</p>
      {Object.entries(t.family).map(([family, title]) => (
        <section>
          <h2>{title}</h2>
          <ul class="kinds">
            {kindsOf(family as Family).map(kind => (
              <li>
                <a href={`/${language}/kinds/${kind}`}>{kindOf(kind).name[language]}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function kindsOf(family: Family) {
  return KIND_IDS.filter(kind => kindOf(kind).family === family)
}
