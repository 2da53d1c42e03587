// Dates and moments that machines can read too.
import { formatDate, formatMoment } from '../format.ts'
import type { Language } from '../language.ts'

export function DateOf({ iso, language }: { iso: string; language: Language }) {
  return <time datetime={iso}>{formatDate(iso, language)}</time>
}

export function Moment({ at, language }: { at: Date; language: Language }) {
  return <time datetime={at.toISOString()}>{formatMoment(at, language)}</time>
}

/** A sentence of the messages with a moment inside it: «Қолтаңбаңыз … алынды.» */
export function MomentIn({ text, at, language }: { text: (moment: string) => string; at: Date; language: Language }) {
  const [before = '', after = ''] = text('\n').split('\n')
  return (
    <>
      {before}
      <Moment at={at} language={language} />
      {after}
    </>
  )
}

/** A sentence of the messages with a date inside it. */
export function DateIn({ text, iso, language }: { text: (date: string) => string; iso: string; language: Language }) {
  const [before = '', after = ''] = text('\n').split('\n')
  return (
    <>
      {before}
      <DateOf iso={iso} language={language} />
      {after}
    </>
  )
}
