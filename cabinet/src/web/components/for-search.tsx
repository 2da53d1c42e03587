// What search engines are told: nothing of a page that is somebody's own; of a public page what it says, and in which languages.
import { html } from 'hono/html'
import { LANGUAGES } from '../language.ts'
import type { Frame } from '../page.tsx'

export function ForSearch({ frame, description }: { frame: Frame; description: string | undefined }) {
  if (description === undefined) return html`<meta name="robots" content="noindex"/>`
  const path = frame.address.replace(/[?#].*$/, '')
  const at = (language: string) => `${frame.site}/${language}${path}`
  const inLanguages = [...LANGUAGES.map(language => [language, language] as const), ['x-default', 'kk'] as const]
  return html`<meta name="description" content="${description}"/>
<link rel="canonical" href="${at(frame.language)}"/>
${inLanguages.map(([name, language]) => html`<link rel="alternate" hreflang="${name}" href="${at(language)}"/>`)}`
}
