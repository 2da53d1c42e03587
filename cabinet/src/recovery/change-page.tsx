// The profile's password: changing it, or setting the first one.

import { CurrentPassword } from '../contacts/current-password.tsx'
import { profileCrumbs } from '../contacts/profile-crumbs.ts'
import { FaultSummary } from '../web/components/field.tsx'
import { NewPassword } from '../web/components/new-password.tsx'
import type { Faults } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'

type Props = {
  readonly frame: Frame
  readonly iin: string
  readonly hasPassword: boolean
  readonly asksCurrent: boolean
  readonly faults?: Faults<'current' | 'password'>
}

export function ChangePage({ frame, iin, hasPassword, asksCurrent, faults = {} }: Props) {
  const { language } = frame
  const { change, newPassword } = frame.t.registration
  const t = change.password
  const title = hasPassword ? t.title : t.firstTitle
  const labels = { current: t.current, password: newPassword.label }
  return (
    <Page frame={frame} title={title} crumbs={profileCrumbs(frame, title)} island="sign-in.js">
      <h1>{title}</h1>
      <FaultSummary frame={frame} faults={faults} labels={labels} />
      <form method="post" action={`/${language}/profile/password`} class="fields" novalidate>
        <NewPassword frame={frame} iin={iin} fault={faults.password}>
          {asksCurrent && (
            <>
              <CurrentPassword frame={frame} fault={faults.current} />
              <p>
                <a href={`/${language}/forgotten-password`}>{t.forgotten}</a>
              </p>
            </>
          )}
        </NewPassword>
        <p>{t.others}</p>
        <button type="submit" class="primary">
          {t.submit}
        </button>
      </form>
      <p>
        <a href={`/${language}/profile`}>{change.back}</a>
      </p>
    </Page>
  )
}

/** Without a mail and a phone a forgotten password could not be recovered. */
export function ContactsFirstPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.registration.change
  return (
    <Page frame={frame} title={t.password.firstTitle} crumbs={profileCrumbs(frame, t.password.firstTitle)}>
      <h1>{t.password.firstTitle}</h1>
      <p class="lead">{PROBLEMS['contacts-missing'].text[language]}</p>
      <p>
        <a class="primary" href={`/${language}/profile/contacts`}>
          {t.password.toContacts}
        </a>
      </p>
    </Page>
  )
}

export function ChangedPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.registration.change
  return (
    <Page frame={frame} title={t.password.changed} crumbs={profileCrumbs(frame, t.password.changed)}>
      <h1>{t.password.changed}</h1>
      <p class="lead">{t.password.changedLead}</p>
      <p>
        <a href={`/${language}/profile`}>{t.back}</a>
      </p>
    </Page>
  )
}
