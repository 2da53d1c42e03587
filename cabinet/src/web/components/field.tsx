// A field of a form: its label, what helps to fill it, what is wrong with it.
import { type Fault, type Faults, faultText } from '../fault.ts'
import type { Frame } from '../page.tsx'
import { Alert } from './alert.tsx'

type Props = {
  readonly frame: Frame
  readonly id: string // the name of the field too
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: Fault | undefined
  readonly type?: 'text' | 'email' | 'tel'
  readonly value?: string | undefined
  readonly autocomplete: string
  readonly digits?: number // a field for so many digits
}

export function Field({ frame, id, label, hint, fault, type = 'text', value, autocomplete, digits }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        type={type}
        id={id}
        name={id}
        value={value}
        autocomplete={autocomplete}
        required
        class={digits ? 'digits' : undefined}
        inputmode={digits ? 'numeric' : undefined}
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={describedBy(id, { hint: hint !== undefined, fault })}
        aria-invalid={fault ? 'true' : undefined}
      />
      {fault && <FaultOf of={id} frame={frame} fault={fault} />}
      {hint && <Hint of={id}>{hint}</Hint>}
    </div>
  )
}

function Hint({ of, children }: { of: string; children: string }) {
  return (
    <p class="muted" id={`${of}-hint`}>
      {children}
    </p>
  )
}

export function FaultOf({ of, frame, fault }: { of: string; frame: Frame; fault: Fault }) {
  return (
    <p class="fault" id={`${of}-fault`}>
      {faultText(fault, frame)}
    </p>
  )
}

/** The ids of what is said about a field. */
export function describedBy(id: string, said: { hint: boolean; fault: Fault | undefined }): string | undefined {
  const ids = [...(said.hint ? [`${id}-hint`] : []), ...(said.fault ? [`${id}-fault`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}

type SummaryProps = {
  readonly frame: Frame
  readonly faults: Faults<string>
  readonly labels: Readonly<Record<string, string>> // of the fields, by their ids
}

/** Everything that is wrong, at the top of the page, each a way to its field. */
export function FaultSummary({ frame, faults, labels }: SummaryProps) {
  const wrong = Object.entries(faults)
  if (wrong.length === 0) return null
  const t = frame.t.registration
  const title = wrong.every(([, fault]) => fault?.code === 'code-too-soon') ? t.codes.notSent : t.notDone
  return (
    <Alert title={title}>
      {wrong.map(([id, fault]) => (
        <p>
          <a href={`#${id}`}>{labels[id] ?? id}</a>: {fault && faultText(fault, frame)}
        </p>
      ))}
    </Alert>
  )
}
