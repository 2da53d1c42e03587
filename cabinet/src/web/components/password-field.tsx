// A field for a password that browsers and password managers know for one. The script can show it (`island="sign-in.js"`).
import type { Messages } from '../messages/kk.ts'

type Props = {
  readonly t: Messages['signIn'] // its words «Көрсету», «Жасыру»
  readonly label: string
  readonly id?: string
  readonly name?: string
  readonly autocomplete: 'current-password' | 'new-password'
  readonly describedBy?: string | undefined // ids of what is said about it: rules, a fault
  readonly invalid?: boolean
}

/** Never filled by the server: what was typed does not come back. */
export function PasswordField({ t, label, id = 'password', name = id, autocomplete, describedBy, invalid }: Props) {
  return (
    <div class="password">
      <label for={id}>{label}</label>
      <button type="button" class="plain scripted" data-reveal aria-controls={id}>
        <span>{t.show}</span>
        <span hidden>{t.hide}</span>
      </button>
      <input
        type="password"
        id={id}
        name={name}
        autocomplete={autocomplete}
        required
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid ? 'true' : undefined}
      />
    </div>
  )
}
