// Trying a key before it counts: the signature is checked as at signing in, and nothing comes of it.
import { Alert } from '../web/components/alert.tsx'
import { EdsPanel } from '../web/components/ncalayer.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { EgovMobileForm } from './egov-mobile-form.tsx'
import { Way } from './way.tsx'

type Props = { readonly frame: Frame; readonly ncalayerUrl: string; readonly refused?: ProblemCode | undefined }

export function RehearsalPage({ frame, ncalayerUrl, refused }: Props) {
  const { language } = frame
  const { eds, egovMobile, rehearsal: t, title } = frame.t.signIn
  const from = frame.who
    ? { text: frame.t.chrome.services, href: `/${language}/services` }
    : { text: title, href: `/${language}/sign-in` }
  return (
    <Page frame={frame} title={t.title} crumbs={[from, { text: t.title }]} island="sign-in.js">
      <h1>{t.title}</h1>
      {refused && (
        <Alert title={t.notDone}>
          <p>{PROBLEMS[refused].text[language]}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <p>{t.harmless}</p>
      <Way title={eds.title} needs={eds.needs}>
        <EdsPanel
          frame={frame}
          ncalayerUrl={ncalayerUrl}
          purpose="rehearsal"
          action={`/${language}/rehearsal`}
          button={t.button}
          notDone={t.notDone}
          phone="#egov-mobile"
        />
      </Way>
      <Way id="egov-mobile" title={egovMobile.title} needs={egovMobile.needs}>
        <EgovMobileForm frame={frame} purpose="rehearsal" button={t.phone} />
      </Way>
    </Page>
  )
}
