// A signature arrived after the session had ended and is being checked: it counts, and one must sign in to see more.
import { type CheckedSignature, CheckedSignatureView } from '../applications/pending-signature-view.tsx'
import { type Frame, Page } from '../web/page.tsx'

type Props = { readonly frame: Frame; readonly signature: CheckedSignature; readonly signIn: string }

export function SignedOutCheckingPage({ frame, signature, signIn }: Props) {
  const { checking, result } = frame.t.withdrawal
  return (
    <Page frame={frame} title={checking.title}>
      <h1>{checking.title}</h1>
      <p class="lead">{result.signedOutChecking}</p>
      <CheckedSignatureView frame={frame} signature={signature} />
      <p>
        <a href={signIn}>{frame.t.chrome.problem.toSignIn}</a>
      </p>
    </Page>
  )
}
