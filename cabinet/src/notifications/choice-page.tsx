// «Хабарламалар баптауы»: what one is told of by mail and SMS. A plain form, whole without a script.
import { type Channel, type Contacts, mask } from '../accounts/contact.ts'
import { Alert } from '../web/components/alert.tsx'
import { Facts } from '../web/components/facts.tsx'
import { Moment } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { ChoiceTable } from './choice-table.tsx'
import { type Choices, PROOF, verifiedChannels } from './choices.ts'
import type { Event } from './event.ts'
import { CHOICES_PATH } from './paths.ts'

export type ChoiceView = {
  readonly contacts: Contacts
  readonly choices: Choices // as they stand
  readonly ticked?: Choices | undefined // after a refusal: as they were sent
  readonly silenced?: Event | undefined // why nothing was saved
  readonly again?: Date | undefined // nothing was saved: too often; from when on it may be tried
  readonly saved?: 'saved' | 'off' | undefined // just now; off: something was switched off
}

type Props = { readonly frame: Frame; readonly view: ChoiceView }

export function ChoicePage({ frame, view }: Props) {
  const { language } = frame
  const t = frame.t.choices
  const verified = verifiedChannels(view.contacts)
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { text: frame.t.chrome.services, href: `/${language}/services` },
        { text: frame.t.profile.title, href: `/${language}/profile` },
        { text: t.title },
      ]}
    >
      <h1>{t.title}</h1>
      {view.saved && (
        <p class="notice" role="status">
          {view.saved === 'off' ? t.savedOff : t.saved}
        </p>
      )}
      {view.silenced && (
        <Alert title={t.notSaved}>
          <p>
            <a href={`#${view.silenced}.${verified[0]}`}>{t.event[view.silenced]}</a>: {t.only}
          </p>
        </Alert>
      )}
      {view.again && (
        <Alert title={t.notSaved}>
          <p>
            {t.tooOften} <Moment at={view.again} language={language} />.
          </p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <Where frame={frame} contacts={view.contacts} />
      {verified.length > 0 && <Form frame={frame} view={view} verified={verified} />}
      <p>
        <a href={`/${language}/profile`}>{frame.t.registration.change.back}</a>
      </p>
    </Page>
  )
}

function Where({ frame, contacts: { mail, phone } }: { frame: Frame; contacts: Contacts }) {
  const t = frame.t.choices
  const at = `/${frame.language}/profile/contacts`
  return (
    <section>
      <h2>{t.to}</h2>
      {mail === undefined && phone === undefined && <p>{t.noContacts}</p>}
      <Facts
        facts={[
          { name: t.mail, value: mail === undefined ? <a href={`${at}/mail`}>{t.addMail}</a> : mask('mail', mail) },
          { name: t.phone, value: phone === undefined ? <a href={`${at}/phone`}>{t.addPhone}</a> : mask('sms', phone) },
        ]}
      />
    </section>
  )
}

function Form({ frame, view, verified }: Props & { readonly verified: readonly Channel[] }) {
  const { choices, ticked = choices } = view
  const shown = [...choices].filter(choice => verified.some(channel => choice.endsWith(`.${channel}`)))
  return (
    <form method="post" action={`/${frame.language}${CHOICES_PATH}`}>
      <input type="hidden" name="shown" value={shown.join(' ')} />
      <ChoiceTable frame={frame} verified={verified} ticked={ticked} />
      <p class="muted">{frame.t.choices.mustReach}</p>
      {verified.includes('mail') && <Proof frame={frame} isTicked={ticked.has(PROOF)} />}
      <button type="submit" class="primary">
        {frame.t.choices.save}
      </button>
    </form>
  )
}

/** Off unless it is asked for: a letter with what was signed lies in a mailbox that others may read. */
function Proof({ frame, isTicked }: { readonly frame: Frame; readonly isTicked: boolean }) {
  const t = frame.t.choices.proof
  return (
    <>
      <h2>{t.title}</h2>
      <p class="check">
        <input type="checkbox" id={PROOF} name={PROOF} checked={isTicked} aria-describedby="proof-hint" />
        <label for={PROOF}>{t.label}</label>
      </p>
      <p id="proof-hint" class="muted">
        {t.hint}
      </p>
    </>
  )
}
