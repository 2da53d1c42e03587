// Where registering begins: what it gives, what it takes, and the two ways to show who one is.
import { EgovMobileForm } from '../sign-in/egov-mobile-form.tsx'
import { Alert } from '../web/components/alert.tsx'
import { EdsPanel } from '../web/components/ncalayer.tsx'
import { Way } from '../web/components/way.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'

type Props = { readonly frame: Frame; readonly ncalayerUrl: string; readonly refused?: ProblemCode | undefined }

export function StartPage({ frame, ncalayerUrl, refused }: Props) {
  const { language } = frame
  const t = frame.t.registration
  const signIn = { text: frame.t.signIn.title, href: `/${language}/sign-in` }
  return (
    <Page frame={frame} title={t.title} crumbs={[signIn, { text: t.title }]} island="sign-in.js">
      <h1>{t.title}</h1>
      {refused && (
        <Alert title={t.refused}>
          <p>{PROBLEMS[refused].text[language]}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <h2>{t.order}</h2>
      <ol>
        {t.steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        {t.have} <a href={`/${language}/sign-in`}>{t.signIn}</a>
      </p>
      <Way title={t.eds.title} needs={t.eds.needs}>
        <EdsPanel
          frame={frame}
          ncalayerUrl={ncalayerUrl}
          purpose="registration"
          action={`/${language}/register`}
          button={t.eds.button}
          notDone={t.refused}
          phone="#egov-mobile"
        />
      </Way>
      <Way id="egov-mobile" title={t.egovMobile.title} needs={t.egovMobile.needs}>
        <EgovMobileForm frame={frame} purpose="registration" button={t.egovMobile.button} />
      </Way>
    </Page>
  )
}
