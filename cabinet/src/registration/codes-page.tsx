// Still the third step: the codes that came. What was typed wrong is typed anew; what was right need not be.
import { type CodeChannel, CodeForm } from '../web/components/code-form.tsx'
import type { Faults } from '../web/fault.ts'
import { formatPhone } from '../web/format-phone.ts'
import type { Frame } from '../web/page.tsx'
import type { Address, Registration } from './registration.ts'
import { StepFrame } from './step-frame.tsx'

type Props = {
  readonly frame: Frame
  readonly registration: Registration
  readonly faults?: Faults<CodeChannel>
  readonly sent?: CodeChannel | undefined // a new code went there just now
}

export function CodesPage({ frame, registration: { mail, phone }, faults = {}, sent }: Props) {
  const t = frame.t.registration.codes
  const awaited = (channel: CodeChannel, address: Address | undefined) =>
    address
      ? [
          {
            channel,
            hint: address.code ? t.sentTo(formatPhone(address.address)) : undefined,
            done: address.verified ? t.came(formatPhone(address.address)) : undefined,
          },
        ]
      : []
  const codes = [...awaited('mail', mail), ...awaited('sms', phone)]
  const left = codes.filter(({ done }) => done === undefined)
  return (
    <StepFrame frame={frame} title={t.title} step={3} faults={faults} labels={t.label}>
      {sent && (
        <p class="notice" role="status">
          {t.sent[sent]}
        </p>
      )}
      <p>
        {t.lead} {t.nobody}
      </p>
      <CodeForm
        frame={frame}
        action={`/${frame.language}/register/codes`}
        codes={codes}
        faults={faults}
        submit={left.length === 1 ? t.submitOne : t.submit}
      >
        <p>
          <a href={`/${frame.language}/register/contacts`}>{t.correct}</a>
        </p>
      </CodeForm>
    </StepFrame>
  )
}
