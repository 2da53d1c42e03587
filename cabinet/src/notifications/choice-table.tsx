// The table of choices: a row for each event, a column for each way that reaches the person.
import type { Channel } from '../accounts/contact.ts'
import type { Frame } from '../web/page.tsx'
import type { Choice, Choices } from './choices.ts'
import { EVENTS, type Event, TERMS } from './event.ts'

type Props = {
  readonly frame: Frame
  readonly verified: readonly Channel[]
  readonly ticked: Choices
}

export function ChoiceTable({ frame, verified, ticked }: Props) {
  const t = frame.t.choices
  return (
    <table class="choices">
      <caption>{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col" class="cabinet">
            {t.inCabinet}
          </th>
          {verified.map(channel => (
            <th scope="col">{t.channel[channel]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            {t.alarm.title}
            <Hint hint={t.alarm.hint} />
          </th>
          <td class="cabinet">{t.always}</td>
          {verified.map(() => (
            <td>{t.always}</td>
          ))}
        </tr>
        {EVENTS.map(event => (
          <tr>
            <th scope="row">
              {t.event[event]}
              <Hint hint={hintOf(t.hint, event)} />
            </th>
            <td class="cabinet">{t.always}</td>
            {verified.map(channel => (
              <td>
                {TERMS[event].mustReach && verified.length === 1 ? (
                  t.always
                ) : (
                  <Box frame={frame} event={event} channel={channel} isTicked={ticked.has(`${event}.${channel}`)} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Hint({ hint }: { hint: string | undefined }) {
  return hint === undefined ? null : <small>{hint}</small>
}

/** Only some need one. */
function hintOf(hints: Readonly<Partial<Record<Event, string>>>, event: Event): string | undefined {
  return hints[event]
}

type BoxProps = {
  readonly frame: Frame
  readonly event: Event
  readonly channel: Channel
  readonly isTicked: boolean
}

function Box({ frame, event, channel, isTicked }: BoxProps) {
  const t = frame.t.choices
  const choice: Choice = `${event}.${channel}`
  return (
    <label>
      <input type="checkbox" id={choice} name={choice} checked={isTicked} />
      <span class="unseen">
        {t.event[event]}: {t.channel[channel]}
      </span>
    </label>
  )
}
