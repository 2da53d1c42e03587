// The page of devices: which sessions are open, which devices are known, who came in lately. Each can be put an end to.
import { Moment } from '../web/components/time.tsx'
import type { Language } from '../web/language.ts'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { UNKNOWN_DEVICE } from './device-label.ts'
import type { Access, DeviceLine, SessionLine, SignInLine } from './list-store.ts'
import { type Session, type SignInWay, WAYS } from './session.ts'

type Props = { readonly frame: Frame; readonly session: Session; readonly access: Access }

export function DevicesPage({ frame, session, access }: Props) {
  const { language } = frame
  const t = frame.t.sessions
  const crumbs = [
    { text: frame.t.chrome.services, href: `/${language}/services` },
    { text: frame.t.chrome.profile, href: `/${language}/profile` },
    { text: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <h2>{t.open.title}</h2>
      <ul class="access">
        {currentFirst(access.sessions, session).map(line => (
          <SessionItem frame={frame} line={line} isCurrent={line.key === session.key} />
        ))}
      </ul>
      <form method="post" action={`/${language}/sign-out-everywhere`}>
        <button type="submit" class="secondary">
          {t.everywhere}
        </button>
        <p class="muted">{t.everywhereHint}</p>
      </form>
      <h2>{t.known.title}</h2>
      <p>{t.known.lead}</p>
      <ul class="access">
        {access.devices.map(line => (
          <DeviceItem frame={frame} line={line} isCurrent={line.id === session.device} />
        ))}
      </ul>
      <h2>{t.lately.title}</h2>
      <p>{t.lately.lead}</p>
      <ul class="access">
        {access.signIns.map(line => (
          <SignInItem frame={frame} line={line} />
        ))}
      </ul>
    </Page>
  )
}

function currentFirst(lines: readonly SessionLine[], { key }: Session): SessionLine[] {
  return [...lines].sort((a, b) => Number(b.key === key) - Number(a.key === key))
}

type SessionProps = { readonly frame: Frame; readonly line: SessionLine; readonly isCurrent: boolean }

function SessionItem({ frame, line, isCurrent }: SessionProps) {
  const { language } = frame
  const t = frame.t.sessions
  const name = nameOf(frame, line.device)
  return (
    <li>
      <div>
        <b>{name}</b> {isCurrent && <span class="muted">{t.open.current}</span>}
        <small>
          {t.ways[line.way]}. <When word={t.open.since} at={line.since} language={language} />{' '}
          <When word={t.open.seen} at={line.seenAt} language={language} />
        </small>
      </div>
      {!isCurrent && (
        <form method="post" action={`/${language}/profile/devices/sessions/${line.key}/end`}>
          <button type="submit" class="plain">
            {t.open.end}
            <span class="unseen">: {name}</span>
          </button>
        </form>
      )}
    </li>
  )
}

type WhenProps = { readonly word: string; readonly at: Date; readonly language: Language }

function When({ word, at, language }: WhenProps) {
  return (
    <span class="when">
      {word} <Moment at={at} language={language} />.
    </span>
  )
}

type DeviceProps = { readonly frame: Frame; readonly line: DeviceLine; readonly isCurrent: boolean }

function DeviceItem({ frame, line, isCurrent }: DeviceProps) {
  const { language } = frame
  const t = frame.t.sessions
  const name = nameOf(frame, line.label)
  return (
    <li>
      <div>
        <b>{name}</b> {isCurrent && <span class="muted">{t.known.current}</span>}
        <small>
          <When word={t.known.first} at={line.firstSeenAt} language={language} />{' '}
          <When word={t.known.last} at={line.lastSeenAt} language={language} />
        </small>
      </div>
      <form method="post" action={`/${language}/profile/devices/${line.id}/forget`}>
        <button type="submit" class="plain">
          {t.known.forget}
          <span class="unseen">: {name}</span>
        </button>
      </form>
    </li>
  )
}

function SignInItem({ frame, line }: { readonly frame: Frame; readonly line: SignInLine }) {
  const { language } = frame
  const t = frame.t.sessions
  const way = WAYS.find(known => known === line.outcome)
  return (
    <li>
      <div>
        <b>{line.succeeded ? t.lately.succeeded : t.lately.refused}</b>
        <small>
          <Moment at={line.at} language={language} />. {line.succeeded ? way && wayOf(frame, way) : whyNot(frame, line)}
        </small>
      </div>
    </li>
  )
}

function wayOf({ t }: Frame, way: SignInWay): string {
  return `${t.sessions.ways[way]}.`
}

/** Only what is known as a refusal has words. Its first sentence says why; what to do next was said at that time. */
function whyNot({ language }: Frame, { outcome }: SignInLine): string | undefined {
  if (!(outcome in PROBLEMS)) return undefined
  return PROBLEMS[outcome as ProblemCode].text[language].split(/(?<=\.) /)[0]
}

function nameOf({ t }: Frame, label: string | undefined): string {
  return label === undefined || label === UNKNOWN_DEVICE ? t.sessions.unknown : label
}
