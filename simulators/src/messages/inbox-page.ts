// The page of an inbox: every message, the newest first.
import { type Html, html, htmlDocument } from '../html.ts'
import type { Message } from './inbox.ts'
import { type Carrier, type PageLanguage, WORDS, type Words } from './inbox-words.ts'
import { smsParts } from './sms-parts.ts'

export type View = {
  readonly carrier: Carrier
  readonly language: PageLanguage
  readonly to: string | undefined // only what came to this address
  readonly messages: readonly Message[] // oldest first
  readonly delivered: number
  readonly mode: string | undefined // a misbehaviour
}

export const STYLE = `
article { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0; }
article h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
article dl { margin: 0; font-size: .95rem; }
article pre { max-height: none; font: inherit; }
`

/** Comes again when something was delivered. */
export const SCRIPT = `
new EventSource('/events').onmessage = ({ data }) => {
  if (data !== document.body.dataset.delivered) location.reload()
}
`

/** The whole document. */
export function renderInbox(view: View): string {
  const { carrier, language, to, mode } = view
  const words = WORDS[language]
  const other = language === 'kk' ? 'ru' : 'kk'
  const title = words.heading[carrier]
  return htmlDocument(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="3"></noscript>
<title>${title} · ${words.titles[carrier]}</title>
<link rel="stylesheet" href="/style.css">
<script src="/page.js" defer></script>
</head>
<body data-delivered="${view.delivered}">
<header><p class="bar"><strong>${words.titles[carrier]}</strong> <a href="?${query(other, to)}" lang="${other}">${
    words.otherLanguage
  }</a></p>
<p class="notice">${words.notice}</p></header>
<main><h1>${title}</h1>
${mode === undefined ? undefined : html`<p class="problem" role="alert">${words.misbehaves(mode)}</p>`}
${to === undefined ? undefined : html`<p>${words.only(to)} <a href="?${query(language)}">${words.all}</a></p>`}
${view.messages.length === 0 ? html`<p role="status">${words.none}</p>` : undefined}
${view.messages.toReversed().map(message => renderMessage(message, view, words))}
</main>
</body>
</html>`)
}

function renderMessage({ at, from, to, subject, text }: Message, { carrier, language }: View, words: Words): Html {
  return html`<article>
${subject === undefined ? undefined : html`<h2>${subject}</h2>`}
<dl>
${from === undefined ? undefined : html`<dt>${words.from}</dt><dd>${from}</dd>`}
<dt>${words.to}</dt><dd><a href="?${query(language, to)}">${to}</a></dd>
<dt>${words.at}</dt><dd><time datetime="${at}">${almaty(at)}</time></dd>
</dl>
<pre>${linked(text)}</pre>
${carrier === 'sms' ? html`<small>${words.parts(smsParts(text))}</small>` : undefined}
</article>`
}

/** Addresses as mail programs and phones show them: what one may press. */
function linked(text: string): readonly Html[] {
  const isAddress = (i: number) => i % 2 === 1 // of a split with one group
  return text
    .split(/(https?:\/\/\S*[^\s.,;:!?)])/)
    .map((part, i) => (isAddress(i) ? html`<a href="${part}" rel="noreferrer">${part}</a>` : html`${part}`))
}

function query(language: PageLanguage, to?: string): string {
  return new URLSearchParams({ lang: language, ...(to === undefined ? {} : { to }) }).toString()
}

const ALMATY = new Intl.DateTimeFormat('ru', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'medium' })

function almaty(at: string): string {
  return ALMATY.format(new Date(at))
}
