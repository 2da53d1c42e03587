// What surrounds every step of registering: its heading, which step of how many it is, the way out.
import type { Child } from 'hono/jsx'
import { FaultSummary } from '../web/components/field.tsx'
import type { Faults } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'

type Props = {
  readonly frame: Frame
  readonly title: string
  readonly step: 2 | 3 | 4 // the first is on the start page
  readonly faults?: Faults<string>
  readonly labels?: Readonly<Record<string, string>>
  readonly island?: string
  readonly startOver?: string
  readonly children?: Child
}

export function StepFrame({ frame, title, step, faults = {}, labels = {}, island, startOver, children }: Props) {
  const t = frame.t.registration
  return (
    <Page frame={frame} title={title} {...(island ? { island } : {})}>
      <p class="step-of">
        {t.title}: {t.step(step)}
      </p>
      <h1>{title}</h1>
      <FaultSummary frame={frame} faults={faults} labels={labels} />
      {children}
      <StartOver frame={frame} text={startOver ?? t.startOver} />
    </Page>
  )
}

/** What was begun is forgotten at once. */
export function StartOver({ frame, text }: { frame: Frame; text: string }) {
  return (
    <form method="post" action={`/${frame.language}/register/cancellation`} class="start-over">
      <button type="submit" class="plain">
        {text}
      </button>
    </form>
  )
}
