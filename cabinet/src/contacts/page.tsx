// The profile's mail and phone: what they are, and changing one of them.
import type { Account } from '../accounts/account.ts'
import { type Channel, mask } from '../accounts/contact.ts'
import { Facts } from '../web/components/facts.tsx'
import { FaultSummary, Field } from '../web/components/field.tsx'
import type { Faults } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'
import { CurrentPassword } from './current-password.tsx'
import { profileCrumbs } from './profile-crumbs.ts'

type ListProps = {
  readonly frame: Frame
  readonly account: Account | undefined
  readonly changed?: Channel | undefined // just now
}

export function ContactsPage({ frame, account, changed }: ListProps) {
  const { language } = frame
  const t = frame.t.registration.change
  const { mail, phone } = account?.contacts ?? {}
  const facts = [
    { name: frame.t.registration.contacts.mail, value: mail ? mask('mail', mail) : t.contacts.none },
    { name: frame.t.registration.contacts.phone, value: phone ? mask('sms', phone) : t.contacts.none },
  ]
  return (
    <Page frame={frame} title={t.contacts.title} crumbs={profileCrumbs(frame, t.contacts.title)}>
      <h1>{t.contacts.title}</h1>
      {changed && <Changed frame={frame} channel={changed} />}
      <p class="lead">{t.contacts.lead}</p>
      <Facts facts={facts} />
      <ul class="links">
        <li>
          <a href={`/${language}/profile/contacts/mail`}>{t.contacts.mailTitle}</a>
        </li>
        <li>
          <a href={`/${language}/profile/contacts/phone`}>{t.contacts.phoneTitle}</a>
        </li>
      </ul>
      <p>
        <a href={`/${language}/profile`}>{t.back}</a>
      </p>
    </Page>
  )
}

function Changed({ frame, channel }: { frame: Frame; channel: Channel }) {
  const { language } = frame
  const t = frame.t.registration.change
  return (
    <div class="notice" role="status">
      <p>
        <b>{t.contacts.changed[channel]}</b>
      </p>
      <p>
        {t.contacts.notYou} <a href={`/${language}/profile/devices`}>{t.devices}</a>
      </p>
    </div>
  )
}

type FormProps = {
  readonly frame: Frame
  readonly channel: Channel
  readonly asksPassword: boolean
  readonly typed?: string
  readonly faults?: Faults<'address' | 'current'>
}

export function ChangePage({ frame, channel, asksPassword, typed = '', faults = {} }: FormProps) {
  const { language } = frame
  const { change, contacts } = frame.t.registration
  const t = change.contacts
  const isMail = channel === 'mail'
  const title = isMail ? t.mailTitle : t.phoneTitle
  const label = isMail ? t.mail : t.phone
  const labels = { address: label, current: change.password.current }
  return (
    <Page frame={frame} title={title} crumbs={profileCrumbs(frame, title)} island="sign-in.js">
      <h1>{title}</h1>
      <FaultSummary frame={frame} faults={faults} labels={labels} />
      <p>{t.old}</p>
      <form
        method="post"
        action={`/${language}/profile/contacts/${isMail ? 'mail' : 'phone'}`}
        class="fields"
        novalidate
      >
        <Field
          frame={frame}
          id="address"
          label={label}
          hint={faults.address ? undefined : isMail ? contacts.mailHint : contacts.phoneHint}
          fault={faults.address}
          type={isMail ? 'email' : 'tel'}
          value={typed}
          autocomplete={isMail ? 'email' : 'tel'}
        />
        {asksPassword && <CurrentPassword frame={frame} fault={faults.current} />}
        <button type="submit" class="primary">
          {isMail ? t.mailSubmit : t.phoneSubmit}
        </button>
      </form>
      <p>
        <a href={`/${language}/profile/contacts`}>{change.code.back}</a>
      </p>
    </Page>
  )
}
