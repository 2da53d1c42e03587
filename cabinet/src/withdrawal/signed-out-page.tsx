// A signature arrived after the session had ended and is being checked: it counts, and one must sign in to see more.
import { type Frame, Page } from '../web/page.tsx'

export function SignedOutCheckingPage({ frame, signIn }: { frame: Frame; signIn: string }) {
  const { checking, result } = frame.t.withdrawal
  return (
    <Page frame={frame} title={checking.title}>
      <h1>{checking.title}</h1>
      <p class="lead">{result.signedOutChecking}</p>
      <p>
        <a href={signIn}>{frame.t.chrome.problem.toSignIn}</a>
      </p>
    </Page>
  )
}
