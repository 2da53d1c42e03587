// Why the fund refused, what to do next, until when and how one may appeal; when that is over, what remains (S-49).
import { almatyDate } from '../calendar/almaty.ts'
import { DateIn } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import type { Details } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function Refusal({ frame, details }: Props) {
  const { status } = details.row.application
  if (status.is !== 'refused') return null
  const { language } = frame
  const t = frame.t.details.refusal
  const { text, next, appealUntil } = status.refusal
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{text[language] || t.noReason}</p>
      {next && (
        <>
          <h3>{t.next}</h3>
          <p>{next[language]}</p>
        </>
      )}
      <h3>{t.appeal.title}</h3>
      <Appeal frame={frame} until={appealUntil} today={almatyDate(details.asOf)} />
    </section>
  )
}

type AppealProps = { readonly frame: Frame; readonly until: string | undefined; readonly today: string }

function Appeal({ frame, until, today }: AppealProps) {
  const { language } = frame
  const t = frame.t.details.refusal.appeal
  if (until && until < today)
    return (
      <>
        <p>
          <DateIn text={t.over} iso={until} language={language} />
        </p>
        <ul>
          {t.remains.map(way => (
            <li>{way}</li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      <p>{until ? <DateIn text={t.until} iso={until} language={language} /> : t.unknown}</p>
      <p>{t.how}</p>
    </>
  )
}
