// A signature that is being checked: what is awaited, since when, until when, and what happens otherwise.
import type { Child } from 'hono/jsx'
import { Facts } from '../web/components/facts.tsx'
import { Moment } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import type { PendingSignature } from './view.ts'

export type CheckedSignature = Extract<PendingSignature, { is: 'checking' }>

type Props = { readonly frame: Frame; readonly signature: CheckedSignature; readonly children?: Child }

/** `children`: what the reader may do meanwhile. */
export function CheckedSignatureView({ frame, signature, children }: Props) {
  const { language } = frame
  const t = frame.t.withdrawal
  return (
    <>
      <p role="status">{signature.silent ? t.checking.silent : t.checking.asking}</p>
      {children}
      <Facts
        facts={[
          { name: t.result.receivedAt, value: <Moment at={signature.receivedAt} language={language} /> },
          { name: t.checking.until, value: <Moment at={signature.until} language={language} /> },
        ]}
      />
      <p>{t.checking.otherwise}</p>
    </>
  )
}

/** Seconds, for the Refresh header of a page that shows it: it needs no script. Once the authority is silent, less often. */
export function refreshAfter({ silent }: CheckedSignature): string {
  return silent ? '30' : '5'
}
