// The last page before a withdrawal: read, agree, sign (memo items S-80 … S-98). Its form is complete without a script,
// but for the signature itself, which only NCALayer can make: what belongs to it is hidden from readers without a script.
import { ChangedNotice } from '../applications/changed-notice.tsx'
import { kindOf, type SignMethod } from '../applications/kinds.ts'
import { Alert } from '../web/components/alert.tsx'
import { KeyStore } from '../web/components/key-store.tsx'
import { NcaLayerStates, NoScript } from '../web/components/ncalayer.tsx'
import { formatDate, formatTime } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { BelowApplication } from './below-application.tsx'
import { consentSentence } from './statement-text.ts'
import { StatementView } from './statement-view.tsx'
import { addressOfApplication } from './ways-on.ts'
import type { Draft } from './withdrawal.ts'

type Props = {
  readonly frame: Frame
  readonly draft: Draft
  readonly ways: readonly SignMethod[] // in the order in which they are offered
  readonly ncalayerUrl: string
  readonly agreed?: boolean
  readonly refused?: ProblemCode | undefined
}

export function SignPage({ frame, draft, ways, ncalayerUrl, agreed = false, refused }: Props) {
  const { language } = frame
  const t = frame.t.withdrawal
  const { application } = draft
  const kind = kindOf(application.kind)
  const address = `/${language}/withdrawal-drafts/${encodeURIComponent(draft.id)}`
  return (
    <BelowApplication frame={frame} application={application} title={t.title} island="sign.js">
      {refused && (
        <Alert title={t.notDone}>
          <p>{PROBLEMS[refused].text[language]}</p>
        </Alert>
      )}
      <p class="lead">
        {kind.name[language]}, {frame.t.details.of(application.number, formatDate(application.filedOn, language))}.
      </p>
      <p>{t.lead}</p>
      <p>
        <b>{t.afterwards}</b> {t.consequence[kind.family]}
      </p>
      <h2>{t.read}</h2>
      <StatementView frame={frame} facts={draft.facts} />
      <p>
        <a href={`${address}/statement.pdf`} target="_blank" rel="noopener">
          {t.pdf}
        </a>
      </p>
      <SigningForm {...{ frame, draft, ways, ncalayerUrl, agreed, address }} />
      <p>
        <a href={`/${language}${addressOfApplication(application.id)}`}>{t.back}</a>
      </p>
      <ChangedNotice frame={frame} application={application} />
    </BelowApplication>
  )
}

type FormProps = Required<Pick<Props, 'frame' | 'draft' | 'ways' | 'ncalayerUrl' | 'agreed'>> & {
  readonly address: string
}

function SigningForm({ frame, draft, ways, ncalayerUrl, agreed, address }: FormProps) {
  const t = frame.t.withdrawal
  return (
    <form
      method="post"
      action={address}
      novalidate
      data-island="sign"
      data-ncalayer={ncalayerUrl}
      data-document={`${address}/statement.pdf`}
      data-iin={draft.facts.person.iin}
    >
      <h2>{t.agreeing}</h2>
      <p id="consent">{consentSentence(draft.facts.consentVersion, frame.language)}</p>
      <p class="check">
        <input
          type="checkbox"
          id="agree"
          name="agree"
          value="yes"
          required
          checked={agreed}
          aria-describedby="consent"
        />
        <label for="agree">{t.agree}</label>
      </p>
      <p class="muted">{t.notice}</p>
      <h2>{t.signing}</h2>
      <p>{t.until(formatTime(draft.expiresAt))}</p>
      <input type="hidden" name="cms" />
      <Ways frame={frame} ways={ways} address={address} />
      <NcaLayerStates t={frame.t.ncalayer} title={t.notDone} unavailable={t.unavailable} />
    </form>
  )
}

type WaysProps = { readonly frame: Frame; readonly ways: readonly SignMethod[]; readonly address: string }

/** Both ways beside each other (S-90, S-91, O-18). Each waits for the agreement, and says so in words (S-89). */
function Ways({ frame, ways, address }: WaysProps) {
  const t = frame.t.withdrawal
  return (
    <>
      {ways.length > 1 && <p>{frame.t.phoneSigning.choose}</p>}
      <p id="why-not" class="muted scripted" role="status">
        {t.whyNot}
      </p>
      <div class="ways-to-sign">
        {ways.map((way, i) =>
          way === 'eds' ? (
            <ByEds frame={frame} isFirst={i === 0} />
          ) : (
            <ByPhone frame={frame} isFirst={i === 0} address={address} />
          ),
        )}
      </div>
    </>
  )
}

type WayProps = { readonly frame: Frame; readonly isFirst: boolean }
const rank = (isFirst: boolean) => (isFirst ? 'primary' : 'secondary')

/** First «ЭЦҚ-мен қол қою», which waits for the agreement; then the key store and «Сертификатты таңдау» (S-89, S-94). */
function ByEds({ frame, isFirst }: WayProps) {
  const t = frame.t.withdrawal
  return (
    <div>
      <NoScript text={frame.t.ncalayer.noScript} />
      <div class="scripted" data-first>
        <button type="button" class={rank(isFirst)} data-open aria-disabled="true" aria-describedby="why-not">
          {t.sign}
        </button>
        <p class="muted">{frame.t.phoneSigning.needs.eds}</p>
      </div>
      <div class="step scripted" data-step hidden>
        <KeyStore t={frame.t.ncalayer} />
        <p class="muted">
          {t.file} {frame.t.ncalayer.permission}
        </p>
        <button type="button" class="primary" data-start>
          {t.choose}
        </button>
      </div>
    </div>
  )
}

/** A form of its own would need a second agreement; without a script the server asks for it (422). */
function ByPhone({ frame, isFirst, address }: WayProps & { readonly address: string }) {
  const t = frame.t.phoneSigning
  return (
    <div>
      <button type="submit" class={rank(isFirst)} formaction={`${address}/qr`} data-phone aria-describedby="why-not">
        {t.sign}
      </button>
      <p class="muted">{t.needs.qr}</p>
    </div>
  )
}
