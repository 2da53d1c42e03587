// IIN and password (memo items S-21 … S-25, S-27, S-28), as password managers know such a form.
import { looksMistyped, parseIin } from '../citizens/iin.ts'
import { PasswordField } from '../web/components/password-field.tsx'
import type { Frame } from '../web/page.tsx'
import type { ProblemCode } from '../web/problems.ts'

/** The IIN as it was typed; the password never comes back. */
export type TypedIin = string

type Props = {
  readonly frame: Frame
  readonly action: string
  readonly refused?: { readonly code: ProblemCode; readonly typed?: TypedIin } | undefined
}

export function PasswordForm({ frame, action, refused }: Props) {
  const { language } = frame
  const t = frame.t.signIn
  const fault = faultOf(refused)
  return (
    <form method="post" action={action} novalidate>
      <IinField frame={frame} typed={refused?.typed ?? ''} isFaulty={fault === 'iin'} />
      <PasswordField
        t={t}
        label={t.password.password}
        autocomplete="current-password"
        describedBy={fault === 'password' ? 'password-fault' : undefined}
        invalid={fault === 'password'}
      />
      {fault === 'password' && (
        <p id="password-fault" class="fault">
          {refused?.code === 'password-missing' ? t.password.missing : t.password.wrong}
        </p>
      )}
      <div class="check scripted">
        <input type="checkbox" id="remember" data-remember aria-describedby="remember-hint" />
        <label for="remember">{t.password.remember}</label>
      </div>
      <p id="remember-hint" class="muted scripted">
        {t.password.rememberHint}
      </p>
      <button type="submit" class="primary">
        {t.password.button}
      </button>
      <ul class="links aside">
        <li>
          <a href={`/${language}/register`}>{t.password.register}</a>
        </li>
        <li>
          <a href={`/${language}/forgotten-password`}>{t.password.forgotten}</a>
        </li>
      </ul>
    </form>
  )
}

/**
 * Which field to go back to, if the password form was refused. Of a wrong pair nobody knows which half is wrong: the
 * password is typed anew in any case.
 */
export function faultOf(refused: Props['refused']): 'iin' | 'password' | undefined {
  if (refused?.typed === undefined) return undefined
  if (refused.code === 'iin-malformed') return 'iin'
  return refused.code === 'password-wrong' || refused.code === 'password-missing' ? 'password' : undefined
}

function IinField({ frame, typed, isFaulty }: { frame: Frame; typed: TypedIin; isFaulty: boolean }) {
  const t = frame.t.signIn.password
  const iin = parseIin(typed.replace(/\s/g, ''))
  const doubtful = iin !== undefined && looksMistyped(iin)
  return (
    <div class="field">
      <label for="iin">{t.iin}</label>
      <input
        type="text"
        id="iin"
        name="iin"
        value={typed}
        inputmode="numeric"
        autocomplete="username"
        required
        spellcheck={false}
        data-iin
        aria-describedby={isFaulty ? 'iin-fault iin-hint' : 'iin-hint'}
        aria-invalid={isFaulty ? 'true' : undefined}
      />
      {isFaulty && (
        <p id="iin-fault" class="fault">
          {t.iinWrong}
        </p>
      )}
      <p id="iin-hint" class="muted" role="status">
        <span hidden={doubtful}>{t.iinHint}</span>
        <span data-mistyped hidden={!doubtful}>
          {t.iinMistyped}
        </span>
      </p>
    </div>
  )
}
