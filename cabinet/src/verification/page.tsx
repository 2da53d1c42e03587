// Anybody's page: three ways to check what somebody was shown. Each is a form of its own, and each works without a script.
import { Alert } from '../web/components/alert.tsx'
import { describedBy, FaultOf, Field } from '../web/components/field.tsx'
import { type Fault, faultText } from '../web/fault.ts'
import { type Frame, Page } from '../web/page.tsx'

/** What was sent and is wrong; a file that was chosen cannot be put back. */
export type Mistake =
  | { readonly way: 'paper'; readonly code: string; readonly fault: Fault }
  | {
      readonly way: 'withdrawal'
      readonly number: string
      readonly code: string
      readonly field: 'number' | 'withdrawal-code'
      readonly fault: Fault
    }
  | { readonly way: 'files'; readonly fault: Fault }

type Props = { readonly frame: Frame; readonly mistake?: Mistake }

export function VerificationPage({ frame, mistake }: Props) {
  const t = frame.t.verification
  return (
    <Page frame={frame} referrer="none" title={t.title} {...(mistake ? {} : { description: t.description })}>
      <h1>{t.title}</h1>
      <Mistaken frame={frame} mistake={mistake} />
      <p class="lead">{t.lead}</p>
      <div class="ways">
        <ByPaper frame={frame} mistake={mistake?.way === 'paper' ? mistake : undefined} />
        <ByNumber frame={frame} mistake={mistake?.way === 'withdrawal' ? mistake : undefined} />
        <ByFiles frame={frame} mistake={mistake?.way === 'files' ? mistake : undefined} />
      </div>
    </Page>
  )
}

/** At the top what a long page would hide. */
function Mistaken({ frame, mistake }: { readonly frame: Frame; readonly mistake: Mistake | undefined }) {
  const t = frame.t.verification
  if (mistake?.fault.code === 'paper-unknown') return <Alert title={t.unknown} />
  if (mistake?.fault.code === 'withdrawal-unknown') return <Alert title={t.withdrawal.unknown} />
  if (mistake?.way === 'files')
    return (
      <Alert title={t.files.notChecked}>
        <p>{faultText(mistake.fault, frame)}</p>
      </Alert>
    )
  return null
}

type WayProps<Way> = { readonly frame: Frame; readonly mistake: Extract<Mistake, { way: Way }> | undefined }

function ByPaper({ frame, mistake }: WayProps<'paper'>) {
  const t = frame.t.verification
  return (
    <section>
      <h2>{t.paper.title}</h2>
      <p>{t.paper.lead}</p>
      <form class="step" method="post" action={`/${frame.language}/verify`}>
        <Field
          frame={frame}
          id="code"
          label={t.code}
          hint={t.hint}
          value={mistake?.code}
          fault={mistake?.fault}
          autocomplete="off"
        />
        <Check text={t.paper.button} />
      </form>
    </section>
  )
}

function ByNumber({ frame, mistake }: WayProps<'withdrawal'>) {
  const t = frame.t.verification.withdrawal
  const faultOf = (field: string) => (mistake?.field === field ? mistake.fault : undefined)
  const common = { frame, autocomplete: 'off' }
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <form class="step" method="post" action={`/${frame.language}/verify/withdrawal`}>
        <Field
          {...common}
          id="number"
          label={t.number}
          hint={t.numberHint}
          value={mistake?.number}
          fault={faultOf('number')}
        />
        <Field
          {...common}
          id="withdrawal-code"
          label={t.code}
          hint={t.codeHint}
          value={mistake?.code}
          fault={faultOf('withdrawal-code')}
        />
        <Check text={t.button} />
      </form>
    </section>
  )
}

function ByFiles({ frame, mistake }: WayProps<'files'>) {
  const t = frame.t.verification.files
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <form class="step" method="post" action={`/${frame.language}/verify/files`} encType="multipart/form-data">
        <FileField frame={frame} id="cms" label={t.cms} hint={t.cmsHint} mistake={mistake} />
        <FileField frame={frame} id="content" label={t.content} hint={t.contentHint} mistake={undefined} />
        {mistake && <p>{t.again}</p>}
        <Check text={t.button} />
      </form>
    </section>
  )
}

type FileProps = WayProps<'files'> & { readonly id: 'cms' | 'content'; readonly label: string; readonly hint: string }

function FileField({ frame, id, label, hint, mistake }: FileProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        type="file"
        id={id}
        name={id}
        required={id === 'cms'}
        aria-describedby={describedBy(id, { hint: true, fault: mistake?.fault })}
        aria-invalid={mistake ? 'true' : undefined}
      />
      {mistake && <FaultOf of={id} frame={frame} fault={mistake.fault} />}
      <p class="muted" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}

function Check({ text }: { readonly text: string }) {
  return (
    <button type="submit" class="primary">
      {text}
    </button>
  )
}
