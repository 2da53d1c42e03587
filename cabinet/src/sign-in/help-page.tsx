// How to sign in, step by step (memo item S-29).
import { type Frame, Page } from '../web/page.tsx'

export function HelpPage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.signIn.help
  const signIn = `/${language}/sign-in`
  return (
    <Page frame={frame} title={t.title} crumbs={[{ text: frame.t.signIn.title, href: signIn }, { text: t.title }]}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Steps title={t.egovMobile} steps={t.egovMobileSteps} />
      <Steps title={t.eds} steps={t.edsSteps} />
      <p>{t.edsKey}</p>
      <p>
        <a href={`/${language}/rehearsal`}>{frame.t.signIn.eds.rehearse}</a>
      </p>
      <Steps title={t.password} steps={t.passwordSteps} />
      <p>
        <a href={`/${language}/register`}>{frame.t.signIn.password.register}</a>
      </p>
      <h2>{t.safety}</h2>
      <ul>
        {t.safetyRules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
      <p>{t.call}</p>
      <p>
        <a href={signIn}>{t.back}</a>
      </p>
    </Page>
  )
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
    </>
  )
}
