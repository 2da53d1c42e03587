// The status page: what works at present, what does not, what is planned (memo item S-12). Plain words, with times.

import type { Concern } from '../web/announcement.ts'
import { Icon, type IconName } from '../web/components/icon.tsx'
import { formatSpan, formatWhen } from '../web/format-span.ts'
import type { Messages } from '../web/messages/kk.ts'
import { type Frame, Page } from '../web/page.tsx'
import { isGoingOn, planned, type Standing, standingOf, worstOf } from './decide.ts'
import type { Maintenance } from './maintenance.ts'
import type { Outside } from './outside.ts'
import type { Picture } from './picture.ts'

type Part = keyof Messages['serviceStatus']['part']

/** The rows of the page: who is behind each, and which plans concern it. */
const ROWS: readonly { readonly part: Part; readonly names: readonly Outside[]; readonly concern: Concern }[] = [
  { part: 'service', names: [], concern: 'service' },
  { part: 'core', names: ['core'], concern: 'core' },
  { part: 'persons', names: ['persons'], concern: 'persons' },
  { part: 'signing', names: ['ocsp-gost', 'ocsp-rsa'], concern: 'signing' },
  { part: 'stamp', names: ['tsp'], concern: 'signing' },
  { part: 'phone', names: ['phone'], concern: 'phone' },
  { part: 'mail', names: ['mail'], concern: 'messages' },
  { part: 'sms', names: ['sms'], concern: 'messages' },
]

type Props = {
  readonly frame: Frame
  readonly picture: Picture
  readonly inUse: readonly Outside[] // what is not set up is not shown
  readonly now: Date
}

export function StatusPage({ frame, picture, inUse, now }: Props) {
  const { language } = frame
  const t = frame.t.serviceStatus
  const plans = planned(picture.plans, now)
  const rows = ROWS.filter(({ names }) => names.length === 0 || names.some(name => inUse.includes(name)))
  return (
    <Page frame={frame} title={t.title} description={t.description}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {!picture.isWhole && <p class="notice">{t.notWhole}</p>}
      <h2>{t.now}</h2>
      <p class="muted">{t.asOf(formatWhen(now, language))}</p>
      <dl class="standings">
        {rows.map(({ part, names, concern }) => {
          const work = plans.find(plan => plan.what === concern && isGoingOn(plan, now))
          return (
            <div>
              <dt>
                {t.part[part].name}
                <small>{t.part[part].means}</small>
              </dt>
              <dd>
                {work ? (
                  <AtWork frame={frame} work={work} />
                ) : (
                  <StandingView frame={frame} part={part} standing={standing(names, picture, now)} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <Plans frame={frame} plans={plans} now={now} />
      <h2>{t.advice}</h2>
      <ul>
        {t.advices.map(advice => (
          <li>{advice}</li>
        ))}
      </ul>
    </Page>
  )
}

/** The site itself works: the page is being shown. */
function standing(names: readonly Outside[], { sightings, isWhole }: Picture, now: Date): Standing {
  if (names.length === 0) return isWhole ? { is: 'works', at: now } : { is: 'fails', since: now, at: now }
  return worstOf(
    names.map(name =>
      standingOf(
        sightings.find(seen => seen.name === name),
        now,
      ),
    ),
  )
}

const SIGNS: Readonly<Record<Standing['is'], readonly [IconName, string]>> = {
  works: ['tick', 'executed'],
  fails: ['cross', 'refused'],
  quiet: ['question', 'withdrawn'],
  unseen: ['question', 'withdrawn'],
}

type Seen = { readonly frame: Frame; readonly part: Part; readonly standing: Standing }

function StandingView({ frame, part, standing }: Seen) {
  const [icon, colour] = SIGNS[standing.is]
  const times = timesOf({ frame, part, standing })
  return (
    <>
      <span class={`status ${colour}`}>
        <Icon name={icon} />
        {frame.t.serviceStatus.is[standing.is]}
      </span>
      {times && <small>{times}</small>}
    </>
  )
}

/** The core and the app call us, so of them there is a contact and no answer. The site is its own witness. */
function timesOf({ frame: { language, t }, part, standing }: Seen): string | undefined {
  const words = t.serviceStatus
  if (part === 'service' || standing.is === 'unseen') return undefined
  const at = formatWhen(standing.at, language)
  if (standing.is === 'fails') return `${words.failsSince(formatWhen(standing.since, language))} ${words.lastTry(at)}`
  if (part === 'core' || part === 'phone') return words.lastContact(at)
  return standing.is === 'quiet' && standing.was === 'down' ? words.lastTry(at) : words.lastAnswer(at)
}

function AtWork({ frame: { language, t }, work }: { frame: Frame; work: Maintenance }) {
  return (
    <>
      <span class="status unclear">
        <Icon name="clock" />
        {t.serviceStatus.is.maintenance}
      </span>
      <small>{t.serviceStatus.until(formatWhen(work.until, language))}</small>
    </>
  )
}

function Plans({ frame: { language, t }, plans, now }: { frame: Frame; plans: readonly Maintenance[]; now: Date }) {
  const words = t.serviceStatus
  return (
    <>
      <h2>{words.planned}</h2>
      {plans.length === 0 && <p>{words.nothingPlanned}</p>}
      <ul class="plans">
        {plans.map(plan => (
          <li>
            <b>{formatSpan(plan.from, plan.until, language)}</b>
            {isGoingOn(plan, now) && <> · {words.goingOn}</>}
            <br />
            {plan.text?.[language] ?? words.meanwhile[plan.what]}
          </li>
        ))}
      </ul>
    </>
  )
}
