// One kind of application, for anybody: what it is for, who may file it, the term of the law, withdrawal, and how long it takes.
import { type Kind, type KindId, kindOf } from '../applications/kinds.ts'
import { Facts } from '../web/components/facts.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { PublishedUsual } from './read-published.ts'
import { UsualTimes } from './usual-time.tsx'

type Props = { readonly frame: Frame; readonly kind: KindId; readonly usual: PublishedUsual | undefined }

export function KindPage({ frame, kind, usual }: Props) {
  const { language } = frame
  const t = frame.t.kinds
  const { name, deadline } = kindOf(kind)
  const who: Readonly<Partial<Record<KindId, string>>> = t.who
  return (
    <Page
      frame={frame}
      title={name[language]}
      description={t.what[kind]}
      crumbs={[{ text: t.title, href: `/${language}/kinds` }, { text: name[language] }]}
    >
      <h1>{name[language]}</h1>
      <p class="lead">{t.what[kind]}</p>
      <Facts
        facts={[
          { name: t.fact.who, value: who[kind] },
          { name: t.fact.where, value: t.where },
          {
            name: t.fact.term,
            value: deadline ? capital(deadline.basis[language]) : t.noTerm,
            note: deadline && howCounted(frame, kind),
          },
          { name: t.fact.withdrawal, value: withdrawalOf(frame, kind) },
        ]}
      />
      <section>
        <h2>{t.usual}</h2>
        <UsualTimes frame={frame} kind={kind} usual={usual} />
      </section>
      <ul class="links">
        <li>
          <a href={`/${language}/applications?kind=${kind}`}>{t.mine}</a>
        </li>
        <li>
          <a href={`/${language}/kinds`}>{t.all}</a>
        </li>
      </ul>
    </Page>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function howCounted({ t }: Frame, kind: KindId): string | undefined {
  const { deadline } = kindOf(kind)
  if (!deadline) return undefined
  const { calendarDays, moved, registered, workingDays } = t.kinds.counted
  if (deadline.unit === 'calendarDay') return deadline.ifDayOff === 'keep' ? calendarDays : `${calendarDays} ${moved}`
  return deadline.cutoff ? `${registered(deadline.cutoff)} ${workingDays}` : workingDays
}

function withdrawalOf({ t }: Frame, kind: KindId): string {
  const { withdrawal }: Kind = kindOf(kind)
  if (!withdrawal.possible) return t.kinds.withdrawal.never
  const ways = withdrawal.methods.map(method => t.kinds.withdrawal.way[method]).join(', ')
  return `${t.kinds.withdrawal.possible} ${t.kinds.withdrawal.by(ways)}`
}
