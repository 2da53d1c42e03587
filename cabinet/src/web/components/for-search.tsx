// What search engines are told: nothing of a page that is somebody's own; of a public page what it says, and in which languages.
import { LANGUAGES } from '../language.ts'
import type { Frame } from '../page.tsx'

export function ForSearch({ frame, description }: { frame: Frame; description: string | undefined }) {
  if (description === undefined) return <meta name="robots" content="noindex" />
  const path = frame.address.replace(/[?#].*$/, '')
  const at = (language: string) => `${frame.site}/${language}${path}`
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={at(frame.language)} />
      {LANGUAGES.map(language => (
        <link rel="alternate" hreflang={language} href={at(language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={at('kk')} />
    </>
  )
}
