// The fourth step: a password.
import { NewPassword } from '../web/components/new-password.tsx'
import type { Faults } from '../web/fault.ts'
import type { Frame } from '../web/page.tsx'
import { StepFrame } from './step-frame.tsx'

type Props = { readonly frame: Frame; readonly iin: string; readonly faults?: Faults<'password'> }

export function PasswordPage({ frame, iin, faults = {} }: Props) {
  const t = frame.t.registration.newPassword
  return (
    <StepFrame
      frame={frame}
      title={t.title}
      step={4}
      faults={faults}
      labels={{ password: t.label }}
      island="sign-in.js"
    >
      <form method="post" action={`/${frame.language}/register/password`} class="fields" novalidate>
        <NewPassword frame={frame} iin={iin} fault={faults.password} />
        <button type="submit" class="primary">
          {t.submit}
        </button>
      </form>
    </StepFrame>
  )
}
