// The second step: the name that the state database tells, to be confirmed by whoever signed.
import type { Person } from '../citizens/person.ts'
import { Facts } from '../web/components/facts.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { DateOf } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import { Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { StartOver, StepFrame } from './step-frame.tsx'

export function PersonPage({ frame, person }: { frame: Frame; person: Person }) {
  const t = frame.t.registration.person
  const { surname, name, patronymic, birthDate, iin } = person
  const facts = [
    {
      name: t.name,
      value: <PersonName name={[surname, name, patronymic].filter(Boolean).join(' ')} language={frame.language} />,
    },
    { name: t.birthDate, value: <DateOf iso={birthDate} language={frame.language} /> },
    { name: t.iin, value: iin },
  ]
  return (
    <StepFrame frame={frame} title={t.title} step={2} startOver={t.no}>
      <p>{t.lead}</p>
      <Facts facts={facts} />
      <form method="post" action={`/${frame.language}/register/person`}>
        <button type="submit" class="primary">
          {t.yes}
        </button>
      </form>
      <p class="muted mistaken">{t.mistaken}</p>
    </StepFrame>
  )
}

/** The state database is silent (S-12): when to ask again, and that nothing need be signed anew. */
export function SilentPage({ frame }: { frame: Frame }) {
  const t = frame.t.registration.person
  return (
    <StepFrame frame={frame} title={t.silent} step={2}>
      <p class="lead">{PROBLEMS['person-data-unavailable'].text[frame.language]}</p>
      <p>{t.nothingLost}</p>
      <p>
        <a class="primary" href={`/${frame.language}/register/person`}>
          {t.again}
        </a>
      </p>
    </StepFrame>
  )
}

/** Whoever is registered already is shown the two ways on. */
export function KnownPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.registration
  return (
    <Page frame={frame} title={t.person.known}>
      <h1>{t.person.known}</h1>
      <p class="lead">{PROBLEMS['already-registered'].text[language]}</p>
      <ul class="links">
        <li>
          <a href={`/${language}/sign-in`}>{t.signIn}</a>
        </li>
        <li>
          <a href={`/${language}/forgotten-password`}>{t.recovery.newPassword}</a>
        </li>
      </ul>
      <StartOver frame={frame} text={t.recovery.startAgain} />
    </Page>
  )
}
