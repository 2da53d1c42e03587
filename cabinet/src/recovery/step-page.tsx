// The steps of recovering: the codes, the new password, and what is so afterwards.
import type { Child } from 'hono/jsx'
import { type CodeChannel, CodeForm } from '../web/components/code-form.tsx'
import { FaultSummary } from '../web/components/field.tsx'
import { NewPassword } from '../web/components/new-password.tsx'
import type { Faults } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'
import type { Recovery } from './recovery.ts'

type FrameProps = {
  readonly frame: Frame
  readonly title: string
  readonly faults: Faults<string>
  readonly labels: Readonly<Record<string, string>>
  readonly island?: string
  readonly children?: Child
}

function StepFrame({ frame, title, faults, labels, island, children }: FrameProps) {
  const t = frame.t.registration
  return (
    <Page frame={frame} title={title} {...(island ? { island } : {})}>
      <h1>{title}</h1>
      <FaultSummary frame={frame} faults={faults} labels={labels} />
      {children}
      <form method="post" action={`/${frame.language}/forgotten-password/cancellation`} class="start-over">
        <button type="submit" class="plain">
          {t.recovery.startAgain}
        </button>
      </form>
    </Page>
  )
}

type CodesProps = {
  readonly frame: Frame
  readonly recovery: Recovery
  readonly faults?: Faults<CodeChannel>
  readonly sent?: CodeChannel | undefined // a new code was asked for there
}

/** It does not say where the codes went, nor whether any went: whoever typed an IIN learns nothing about its owner. */
export function CodesPage({ frame, recovery: { mail, sms }, faults = {}, sent }: CodesProps) {
  const t = frame.t.registration
  const codes = [
    { channel: 'mail', done: mail.verified ? t.codes.came(t.contacts.mail) : undefined },
    { channel: 'sms', done: sms.verified ? t.codes.came(t.contacts.phone) : undefined },
  ] as const
  const left = codes.filter(({ done }) => done === undefined)
  return (
    <StepFrame frame={frame} title={t.codes.title} faults={faults} labels={t.codes.label}>
      {sent && (
        <p class="notice" role="status">
          {t.recovery.askedAgain}
        </p>
      )}
      <p>
        {t.recovery.codesLead} {t.codes.nobody}
      </p>
      <CodeForm
        frame={frame}
        action={`/${frame.language}/forgotten-password/codes`}
        codes={codes}
        faults={faults}
        submit={left.length === 1 ? t.codes.submitOne : t.codes.submit}
      >
        <p>{t.recovery.notCome}</p>
      </CodeForm>
    </StepFrame>
  )
}

type PasswordProps = { readonly frame: Frame; readonly iin: string; readonly faults?: Faults<'password'> }

export function PasswordPage({ frame, iin, faults = {} }: PasswordProps) {
  const t = frame.t.registration
  const labels = { password: t.newPassword.label }
  return (
    <StepFrame frame={frame} title={t.recovery.newPassword} faults={faults} labels={labels} island="sign-in.js">
      <form method="post" action={`/${frame.language}/forgotten-password/password`} class="fields" novalidate>
        <NewPassword frame={frame} iin={iin} fault={faults.password} />
        <p>{t.recovery.everyOther}</p>
        <button type="submit" class="primary">
          {t.recovery.submit}
        </button>
      </form>
    </StepFrame>
  )
}

export function DonePage({ frame }: { frame: Frame }) {
  const { language, who } = frame
  const t = frame.t.registration
  return (
    <Page frame={frame} title={t.recovery.done}>
      <h1>{t.recovery.done}</h1>
      <p class="lead">{t.recovery.doneLead}</p>
      {!who && <p>{t.recovery.doneSignIn}</p>}
      <p>
        <a class="primary" href={who ? `/${language}/applications` : `/${language}/sign-in`}>
          {who ? t.done.go : t.signIn}
        </a>
      </p>
    </Page>
  )
}
