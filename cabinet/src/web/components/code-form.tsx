// Typing the codes that came by mail and SMS, and asking for new ones.
import type { Child } from 'hono/jsx'
import type { Fault, Faults } from '../fault.ts'
import type { Frame } from '../page.tsx'
import { Field } from './field.tsx'

export type CodeChannel = 'mail' | 'sms'

export type AwaitedCode = {
  readonly channel: CodeChannel
  readonly hint?: string | undefined // where it was sent, when that may be said
  readonly done?: string | undefined // said in place of the field: this one came back already
}

type Props = {
  readonly frame: Frame
  readonly action: string // also with /again
  readonly codes: readonly AwaitedCode[]
  readonly faults: Faults<CodeChannel>
  readonly submit: string
  readonly children?: Child // what else can be done when nothing comes
}

export function CodeForm({ frame, action, codes, faults, submit, children }: Props) {
  const t = frame.t.registration.codes
  const awaited = codes.filter(({ done }) => done === undefined)
  return (
    <>
      <form method="post" action={action} class="fields" novalidate autocomplete="off">
        {codes.map(({ channel, hint, done }) =>
          done ? (
            <p class="came">{done}</p>
          ) : (
            <Field
              frame={frame}
              id={channel}
              label={t.label[channel]}
              hint={hint}
              fault={isWrong(faults[channel])}
              autocomplete={channel === 'sms' || awaited.length === 1 ? 'one-time-code' : 'off'}
              digits={6}
            />
          ),
        )}
        <button type="submit" class="primary">
          {submit}
        </button>
      </form>
      <h2>{t.notCome}</h2>
      <p>{t.notComeText}</p>
      <form method="post" action={`${action}/again`} class="again">
        {awaited.map(({ channel }) => (
          <button type="submit" class="secondary" name="channel" value={channel}>
            {t.again[channel]}
          </button>
        ))}
      </form>
      {children}
    </>
  )
}

/** When it is only too soon for a new code, nothing is wrong with what is typed: that is said at the top alone. */
function isWrong(fault: Fault | undefined): Fault | undefined {
  return fault?.code === 'code-too-soon' ? undefined : fault
}
