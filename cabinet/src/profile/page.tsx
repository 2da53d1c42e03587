// «Профиль»: who one is here, how one is reached, and the ways to everything that keeps the cabinet safe.
import type { Account } from '../accounts/account.ts'
import { type Channel, mask } from '../accounts/contact.ts'
import type { Person } from '../citizens/person.ts'
import { type Fact, Facts } from '../web/components/facts.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { DateOf } from '../web/components/time.tsx'
import { LANGUAGES, type Language } from '../web/language.ts'
import { type Frame, Page } from '../web/page.tsx'

/** Each in itself: whoever looks for theirs finds it. */
const OWN_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

export type ProfileView = {
  readonly person: Person
  readonly account: Account | undefined // none: came by EDS or eGov Mobile and never registered
  readonly broken: readonly Channel[] // contacts to which something could not be sent
  readonly isSaved: boolean // the language was changed just now
}

type Props = { readonly frame: Frame; readonly view: ProfileView }

export function ProfilePage({ frame, view }: Props) {
  const { t, language } = frame
  return (
    <Page
      frame={frame}
      title={t.profile.title}
      crumbs={[{ text: t.chrome.services, href: `/${language}/services` }, { text: t.profile.title }]}
    >
      <h1>{t.profile.title}</h1>
      <Identity frame={frame} person={view.person} />
      <Contacts frame={frame} view={view} />
      {view.account && <Messages frame={frame} account={view.account} isSaved={view.isSaved} />}
      <Ways frame={frame} hasPassword={view.account?.hasPassword ?? false} />
    </Page>
  )
}

function Identity({ frame, person }: { frame: Frame; person: Person }) {
  const t = frame.t.profile
  const { surname, name, patronymic, birthDate, iin } = person
  const facts = [
    {
      name: t.name,
      value: <PersonName name={[surname, name, patronymic].filter(Boolean).join(' ')} language={frame.language} />,
    },
    { name: t.birthDate, value: <DateOf iso={birthDate} language={frame.language} /> },
    { name: t.iin, value: iin, note: t.source },
  ]
  return <Facts facts={facts} />
}

function Contacts({ frame, view: { account, broken } }: Props) {
  const t = frame.t.profile.contacts
  if (!account)
    return (
      <section>
        <h2>{t.title}</h2>
        <p>{t.unregistered}</p>
        <p>
          <a href={`/${frame.language}/register`}>{t.register}</a>
        </p>
      </section>
    )
  const fact = (name: string, channel: Channel, address: string | undefined): Fact => ({
    name,
    value: address === undefined ? t.none : mask(channel, address),
    note: broken.includes(channel) ? t.broken : undefined,
  })
  const { mail, phone } = account.contacts
  return (
    <section>
      <h2>{t.title}</h2>
      <Facts facts={[fact(t.mail, 'mail', mail), fact(t.phone, 'sms', phone)]} />
      <p>
        <a href={`/${frame.language}/profile/contacts`}>{t.change}</a>
      </p>
    </section>
  )
}

type MessagesProps = { readonly frame: Frame; readonly account: Account; readonly isSaved: boolean }

function Messages({ frame, account, isSaved }: MessagesProps) {
  const t = frame.t.profile.language
  return (
    <section>
      <h2>{t.title}</h2>
      <form class="pick" method="post" action={`/${frame.language}/profile/language`}>
        <label>
          {t.label}
          <select name="language">
            {LANGUAGES.map(one => (
              <option value={one} lang={one} selected={one === account.language}>
                {OWN_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="secondary">
          {t.save}
        </button>
        {isSaved && <p role="status">{t.saved}</p>}
      </form>
    </section>
  )
}

function Ways({ frame, hasPassword }: { frame: Frame; hasPassword: boolean }) {
  const t = frame.t.profile.ways
  const unread = frame.visit?.unread ?? 0
  const ways = [
    { href: 'messages', text: t.messages.title, note: unread > 0 ? t.unread(unread) : t.messages.note },
    { href: 'profile/notifications', text: frame.t.choices.title, note: frame.t.choices.note },
    ...(hasPassword ? [{ href: 'profile/password', text: t.password.title, note: t.password.note }] : []),
    { href: 'profile/devices', text: t.devices.title, note: t.devices.note },
    { href: 'protection', text: frame.t.shield.protection.title, note: frame.t.shield.protection.note },
    { href: 'profile/history', text: frame.t.profile.history.title, note: t.history },
  ]
  return (
    <section>
      <h2>{t.title}</h2>
      <ul class="services ways">
        {ways.map(({ href, text, note }) => (
          <li>
            <h3>
              <a href={`/${frame.language}/${href}`}>{text}</a>
            </h3>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
