// What a rehearsal showed, in words: whose key, until when, by whom, good for what.
import { Facts } from '../web/components/facts.tsx'
import { PersonName } from '../web/components/person-name.tsx'
import { DateOf } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { Rehearsed } from './rehearse.ts'

export function RehearsalResultPage({ frame, result }: { frame: Frame; result: Rehearsed }) {
  const t = frame.t.signIn.rehearsal
  const { owner, iin, until, daysLeft, issuer, goodFor } = result
  return (
    <Page frame={frame} title={t.works}>
      <h1>{t.works}</h1>
      <p class="lead">{t.checked}</p>
      <Facts
        facts={[
          { name: t.owner, value: <PersonName name={owner} language={frame.language} /> },
          { name: t.iin, value: iin },
          {
            name: t.until,
            value: <DateOf iso={until} language={frame.language} />,
            note: daysLeft <= SOON_DAYS ? t.soon(daysLeft) : undefined,
          },
          { name: t.issuer, value: <PersonName name={issuer} language={frame.language} /> },
          { name: t.goodFor, value: t.uses[goodFor] },
        ]}
      />
      <WaysOn frame={frame} />
    </Page>
  )
}

/** Of the phone it is only said that it works: what was signed there is not kept to be shown. */
export function PhoneRehearsedPage({ frame }: { frame: Frame }) {
  const t = frame.t.signIn.rehearsal
  return (
    <Page frame={frame} title={t.worksOnPhone}>
      <h1>{t.worksOnPhone}</h1>
      <p class="lead">{t.worksOnPhoneLead}</p>
      <WaysOn frame={frame} />
    </Page>
  )
}

const SOON_DAYS = 30

function WaysOn({ frame: { language, t, who } }: { frame: Frame }) {
  return (
    <>
      <p>
        {who ? (
          <a class="primary" href={`/${language}/services`}>
            {t.chrome.services}
          </a>
        ) : (
          <a class="primary" href={`/${language}/sign-in`}>
            {t.signIn.rehearsal.toSignIn}
          </a>
        )}
      </p>
      <p>
        <a href={`/${language}/rehearsal`}>{t.signIn.rehearsal.again}</a>
      </p>
    </>
  )
}
