// The third step: where messages and codes are to go.
import { Field } from '../web/components/field.tsx'
import type { Faults } from '../web/fault.ts'
import type { Frame } from '../web/page.tsx'
import { StepFrame } from './step-frame.tsx'

type Props = {
  readonly frame: Frame
  readonly mail: string // as typed, or as given before
  readonly phone: string
  readonly faults?: Faults<'mail' | 'phone'>
}

export function ContactsPage({ frame, mail, phone, faults = {} }: Props) {
  const t = frame.t.registration.contacts
  const labels = { mail: t.mail, phone: t.phone }
  return (
    <StepFrame frame={frame} title={t.title} step={3} faults={faults} labels={labels}>
      <p>{t.lead}</p>
      <form method="post" action={`/${frame.language}/register/contacts`} class="fields" novalidate>
        <Field
          frame={frame}
          id="mail"
          label={t.mail}
          hint={faults.mail ? undefined : t.mailHint}
          fault={faults.mail}
          type="email"
          value={mail}
          autocomplete="email"
        />
        <Field
          frame={frame}
          id="phone"
          label={t.phone}
          hint={faults.phone ? undefined : t.phoneHint}
          fault={faults.phone}
          type="tel"
          value={phone}
          autocomplete="tel"
        />
        <button type="submit" class="primary">
          {t.submit}
        </button>
      </form>
    </StepFrame>
  )
}
