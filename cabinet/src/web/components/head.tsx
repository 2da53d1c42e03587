// The head of every page. Written as text: of components Hono looks for each link in the whole page again, to move it up here.
import { html } from 'hono/html'
import type { Frame } from '../page.tsx'
import { ForSearch } from './for-search.tsx'

export const WORDMARK = 'Өтініш'

type Props = {
  readonly frame: Frame
  readonly title: string
  readonly description: string | undefined
  readonly scripts: readonly string[]
}

export function Head({ frame, title, description, scripts }: Props) {
  const at = (name: string) => frame.assets.url(name)
  return html`<head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
${ForSearch({ frame, description })}
<title>${title} · ${WORDMARK}</title>
<link rel="icon" href="${at('icon.svg')}" type="image/svg+xml"/>
<link rel="preload" href="${at('otinish-sans-400.woff2')}" as="font" type="font/woff2" crossorigin=""/>
<link rel="preload" href="${at('otinish-sans-600.woff2')}" as="font" type="font/woff2" crossorigin=""/>
<link rel="stylesheet" href="${at('style.css')}"/>
${scripts.map(name => html`<script type="module" src="${at(name)}"></script>`)}</head>`
}
