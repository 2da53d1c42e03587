// The password that one has now, asked for again before a change.
import { describedBy, FaultOf } from '../web/components/field.tsx'
import { PasswordField } from '../web/components/password-field.tsx'
import type { Fault } from '../web/fault.ts'
import type { Frame } from '../web/page.tsx'

export function CurrentPassword({ frame, fault }: { frame: Frame; fault: Fault | undefined }) {
  const t = frame.t.registration.change.password
  return (
    <div class="field">
      <PasswordField
        t={frame.t.signIn}
        id="current"
        label={t.current}
        autocomplete="current-password"
        describedBy={describedBy('current', { hint: true, fault })}
        invalid={fault !== undefined}
      />
      {fault && <FaultOf of="current" frame={frame} fault={fault} />}
      <p class="muted" id="current-hint">
        {t.why}
      </p>
    </div>
  )
}
