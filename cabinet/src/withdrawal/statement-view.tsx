// The statement on the page: the same words as in the PDF that is signed, the reader's language first.
import type { Language } from '../web/language.ts'
import type { Frame } from '../web/page.tsx'
import type { StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

type Props = { readonly frame: Frame; readonly facts: StatementFacts }

/** In which languages a reader sees the statement: the first open, the others a click away. Signed are kk and ru. */
const ORDER: Readonly<Record<Language, readonly [Language, ...('kk' | 'ru')[]]>> = {
  kk: ['kk', 'ru'],
  ru: ['ru', 'kk'],
  en: ['en', 'kk', 'ru'],
}

export function StatementView({ frame, facts }: Props) {
  const t = frame.t.withdrawal
  const [first, ...others] = ORDER[frame.language]
  return (
    <>
      {first === 'en' && <p class="notice">{t.translation}</p>}
      <Sheet facts={facts} language={first} />
      {others.map(language => (
        <details>
          <summary>{t.otherText[language as 'kk' | 'ru']}</summary>
          <Sheet facts={facts} language={language} />
        </details>
      ))}
    </>
  )
}

function Sheet({ facts, language }: { facts: StatementFacts; language: Language }) {
  const text = statementText(facts, language)
  return (
    <article class="sheet" lang={language}>
      <p class="addressee">{text.addressee}</p>
      <h3>
        {text.heading[0]}
        <br />
        {text.heading[1]}
      </h3>
      <Lines lines={text.applicant} />
      <p>{text.request}</p>
      <p>{text.consent}</p>
      <Lines lines={text.colophon} />
      <p class="muted">{text.note}</p>
    </article>
  )
}

function Lines({ lines }: { lines: readonly { label: string; value: string }[] }) {
  return (
    <dl>
      {lines.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
