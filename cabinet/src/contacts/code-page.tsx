// The code that was sent to the new address is typed here.
import type { Channel } from '../accounts/contact.ts'
import { CodeForm } from '../web/components/code-form.tsx'
import { FaultSummary } from '../web/components/field.tsx'
import type { Fault } from '../web/fault.ts'
import { formatPhone } from '../web/format-phone.ts'
import { type Frame, Page } from '../web/page.tsx'
import { profileCrumbs } from './profile-crumbs.ts'

type Props = {
  readonly frame: Frame
  readonly channel: Channel
  readonly address: string
  readonly fault?: Fault | undefined
  readonly sent?: boolean // a new code went there just now
}

export function CodePage({ frame, channel, address, fault, sent = false }: Props) {
  const { language } = frame
  const { change, codes } = frame.t.registration
  const t = change.code
  const faults = fault ? { [channel]: fault } : {}
  return (
    <Page frame={frame} title={t.title} crumbs={profileCrumbs(frame, t.title)}>
      <h1>{t.title}</h1>
      <FaultSummary frame={frame} faults={faults} labels={codes.label} />
      {sent && (
        <p class="notice" role="status">
          {codes.sent[channel]}
        </p>
      )}
      <p>
        {t.lead(formatPhone(address))} {codes.nobody}
      </p>
      <CodeForm
        frame={frame}
        action={`/${language}/profile/contacts/code`}
        codes={[{ channel }]}
        faults={faults}
        submit={t.submit}
      >
        <p>
          <a href={`/${language}/profile/contacts`}>{t.back}</a>
        </p>
      </CodeForm>
    </Page>
  )
}
