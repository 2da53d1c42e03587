// The page on which one signs in: three ways in the order of the memo (items S-14 … S-29).
import { almatyTime } from '../calendar/almaty.ts'
import { Alert } from '../web/components/alert.tsx'
import { EdsPanel } from '../web/components/ncalayer.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { EgovMobileForm } from './egov-mobile-form.tsx'
import { faultOf, PasswordForm, type TypedIin } from './password-form.tsx'
import { Way } from './way.tsx'

/** Why one is still outside. After the password form: what was typed, and when it may be tried again. */
export type Refused = { readonly code: ProblemCode; readonly typed?: TypedIin; readonly again?: Date | undefined }

type Props = {
  readonly frame: Frame
  readonly ncalayerUrl: string
  readonly next: string | undefined // a path of ours to go on to
  readonly refused?: Refused | undefined
}

export function SignInPage({ frame, ncalayerUrl, next, refused }: Props) {
  const { language } = frame
  const t = frame.t.signIn
  const asked = next !== undefined && !next.endsWith('/services') // the services come after signing in anyway
  return (
    <Page frame={frame} title={t.title} description={refused ? undefined : t.description} island="sign-in.js">
      <h1>{t.title}</h1>
      {refused && <Refusal frame={frame} refused={refused} />}
      {asked && !frame.ended && !refused && <p class="notice">{t.first}</p>}
      <p class="lead">{t.lead}</p>
      <Way title={t.eds.title} needs={t.eds.needs} aside={<a href={`/${language}/rehearsal`}>{t.eds.rehearse}</a>}>
        <EdsPanel
          frame={frame}
          ncalayerUrl={ncalayerUrl}
          purpose="sign-in"
          action={withNext(`/${language}/sign-in`, next)}
          button={t.eds.button}
          notDone={t.notDone}
          phone="#egov-mobile"
        />
      </Way>
      <Way title={t.password.title} needs={t.password.needs}>
        <PasswordForm frame={frame} action={withNext(`/${language}/sign-in/password`, next)} refused={refused} />
      </Way>
      <Way id="egov-mobile" title={t.egovMobile.title} needs={t.egovMobile.needs}>
        <EgovMobileForm frame={frame} purpose="sign-in" next={next} button={t.egovMobile.button} />
      </Way>
      <p>
        <a href={`/${language}/help/sign-in`}>{t.toHelp}</a>
      </p>
    </Page>
  )
}

function Refusal({ frame, refused }: { frame: Frame; refused: Refused }) {
  const t = frame.t.signIn
  const fault = faultOf(refused)
  return (
    <Alert title={t.notDone}>
      <p>{PROBLEMS[refused.code].text[frame.language]}</p>
      {refused.again && <p>{frame.t.accounts.tryAgainAt(almatyTime(refused.again))}</p>}
      {fault && (
        <p>
          <a href={`#${fault}`}>{t.password.toField[fault]}</a>
        </p>
      )}
    </Alert>
  )
}

function withNext(address: string, next: string | undefined): string {
  return next ? `${address}?next=${encodeURIComponent(next)}` : address
}
