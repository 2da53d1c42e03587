// Choosing a password: the rules in words before one types, the login it belongs to, the field.
import type { Child } from 'hono/jsx'
import type { Fault } from '../fault.ts'
import type { Frame } from '../page.tsx'
import { FaultOf } from './field.tsx'
import { PasswordField } from './password-field.tsx'

type Props = {
  readonly frame: Frame
  readonly iin: string
  readonly fault?: Fault | undefined
  readonly children?: Child // the password one has now: after the login, as password managers expect
}

/** The IIN stands there so that a password manager keeps both. */
export function NewPassword({ frame, iin, fault, children }: Props) {
  const t = frame.t.registration.newPassword
  return (
    <>
      <div class="field">
        <label for="login">{t.login}</label>
        <input type="text" id="login" name="username" value={iin} autocomplete="username" readonly />
      </div>
      {children}
      <ul id="rules">
        {t.rules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
      <div class="field">
        <PasswordField
          t={frame.t.signIn}
          label={t.label}
          autocomplete="new-password"
          describedBy={fault ? 'rules password-fault' : 'rules'}
          invalid={fault !== undefined}
        />
        {fault && <FaultOf of="password" frame={frame} fault={fault} />}
      </div>
    </>
  )
}
