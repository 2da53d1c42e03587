// «Құпиясөзді ұмыттыңыз ба?»: three ways to show who one is.
import { EgovMobileForm } from '../sign-in/egov-mobile-form.tsx'
import { Alert } from '../web/components/alert.tsx'
import { FaultSummary, Field } from '../web/components/field.tsx'
import { EdsPanel } from '../web/components/ncalayer.tsx'
import { Way } from '../web/components/way.tsx'
import type { Faults } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'

type Props = {
  readonly frame: Frame
  readonly ncalayerUrl: string
  readonly refused?: ProblemCode | undefined
  readonly iin?: string // as typed
  readonly faults?: Faults<'iin'>
}

export function StartPage({ frame, ncalayerUrl, refused, iin = '', faults = {} }: Props) {
  const { language } = frame
  const t = frame.t.registration
  const signIn = { text: frame.t.signIn.title, href: `/${language}/sign-in` }
  const { recovery } = t
  return (
    <Page frame={frame} title={recovery.title} crumbs={[signIn, { text: recovery.title }]} island="sign-in.js">
      <h1>{recovery.title}</h1>
      {refused && <Refusal frame={frame} code={refused} />}
      <FaultSummary frame={frame} faults={faults} labels={{ iin: recovery.codes.iin }} />
      <p class="lead">{recovery.lead}</p>
      <Way title={t.eds.title} needs={t.eds.needs}>
        <EdsPanel
          frame={frame}
          ncalayerUrl={ncalayerUrl}
          purpose="recovery"
          action={`/${language}/forgotten-password`}
          button={t.eds.button}
          notDone={recovery.refused}
          phone="#egov-mobile"
        />
      </Way>
      <Way id="egov-mobile" title={t.egovMobile.title} needs={t.egovMobile.needs}>
        <EgovMobileForm frame={frame} purpose="recovery" button={t.egovMobile.button} />
      </Way>
      <Way title={recovery.codes.title} needs={recovery.codes.needs}>
        <form method="post" action={`/${language}/forgotten-password/iin`} novalidate>
          <Field
            frame={frame}
            id="iin"
            label={recovery.codes.iin}
            hint={faults.iin ? undefined : recovery.codes.iinHint}
            fault={faults.iin}
            value={iin}
            autocomplete="username"
            digits={12}
          />
          <button type="submit" class="primary">
            {recovery.codes.button}
          </button>
        </form>
      </Way>
    </Page>
  )
}

function Refusal({ frame, code }: { frame: Frame; code: ProblemCode }) {
  const { language, t } = frame
  return (
    <Alert title={t.registration.recovery.refused}>
      <p>{PROBLEMS[code].text[language]}</p>
      {code === 'not-registered' && (
        <p>
          <a href={`/${language}/register`}>{t.registration.recovery.register}</a>
        </p>
      )}
    </Alert>
  )
}
