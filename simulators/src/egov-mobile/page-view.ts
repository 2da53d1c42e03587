// The phone's three screens as HTML: the code, the request, and what came of it.
import { type Html, html, htmlDocument } from '../html.ts'
import { LANGUAGES, type Language } from './localised.ts'
import { WORDS, type Words } from './page-words.ts'
import type { PhoneOwner } from './pick-key.ts'
import type { Report, Shown, ShownDocument } from './report.ts'
import type { Settings } from './settings.ts'
import { SECTIONS } from './violation.ts'
import { WAY_WORDS } from './way-words.ts'
import { WAYS } from './ways.ts'

const NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

export type Frame = { readonly language: Language; readonly path: string }

function renderPage({ language, path }: Frame, title: string, main: Html): string {
  const words = WORDS[language]
  const others = LANGUAGES.filter(other => other !== language)
  const links = others.map(other => html`<a href="${path}?lang=${other}" lang="${other}">${NAMES[other]}</a> `)
  return htmlDocument(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.title}</title>
<link rel="stylesheet" href="/style.css">
<script src="/page.js" defer></script>
</head>
<body>
<header><div class="bar"><strong>${words.title}</strong> <nav>${links}</nav></div>
<p class="notice">${words.notice}</p></header>
<main><h1>${title}</h1>
${main}</main>
</body>
</html>`)
}

export type ScanView = {
  readonly frame: Frame
  readonly owners: readonly PhoneOwner[]
  readonly chosen: Pick<Settings, 'person' | 'how'>
  readonly typed: string
  readonly problem: 'noText' | 'noCode' | undefined
}

/** The first screen. */
export function renderScan({ frame, owners, chosen, typed, problem }: ScanView): string {
  const words = WORDS[frame.language]
  const selected = (is: boolean) => (is ? html` selected` : undefined)
  const ways = Object.entries(WAY_WORDS[frame.language]).map(
    ([how, label]) => html`<option value="${how}"${selected(how === chosen.how)}>${label}</option>`,
  )
  const isUsual = chosen.how === Object.keys(WAYS)[0]
  const form = html`<form method="post" action="/?lang=${frame.language}" enctype="multipart/form-data">
${problem ? html`<p class="problem" id="problem" role="alert">${words[problem]}</p>` : undefined}
<p><label for="person">${words.whose}</label>
<select id="person" name="person">${owners.map(
    ({ iin, name }) => html`<option value="${iin}"${selected(iin === chosen.person)}>${name}</option>`,
  )}</select></p>
<p><label for="text">${words.text}</label>
<textarea id="text" name="text" rows="4" spellcheck="false" autocomplete="off" aria-describedby="text-hint${
    problem ? ' problem' : ''
  }"${problem ? html` aria-invalid="true"` : undefined}>${typed}</textarea>
<small id="text-hint">${words.textHint}</small></p>
<p><label for="picture">${words.picture}</label>
<input id="picture" name="picture" type="file" accept="image/png" aria-describedby="picture-hint">
<small id="picture-hint">${words.pictureHint}</small></p>
<details${isUsual ? undefined : html` open`}><summary>${words.tests}</summary>
<p><label for="how">${words.way}</label><select id="how" name="how">${ways}</select></p></details>
<p class="buttons"><button class="primary">${words.open}</button></p>
</form>`
  return renderPage(frame, words.scan, form)
}

/** The second screen: sign or decline. `site` is where the documents are. */
export function renderRequest(frame: Frame, shown: Shown, site: string): string {
  const words = WORDS[frame.language]
  const main = html`${renderAsker(frame, shown, site)}
<form method="post" action="${frame.path}?lang=${frame.language}">
<p class="buttons"><button name="act" value="sign" class="primary">${words.sign}</button>
<button name="act" value="decline">${words.decline}</button></p>
</form>`
  return renderPage(frame, words.request, main)
}

function renderAsker(frame: Frame, shown: Shown, site: string | undefined): Html {
  const words = WORDS[frame.language]
  const { description, organisation, bin, until } = shown
  return html`<p class="lead">${description}</p>
<dl>
<dt>${words.from}</dt><dd>${organisation}</dd>
<dt>${words.bin}</dt><dd>${bin}</dd>
${site ? html`<dt>${words.site}</dt><dd>${site}</dd>` : undefined}
<dt>${words.until}</dt><dd>${until && html`<time datetime="${until}">${inAlmaty(until, frame.language)}</time>`}</dd>
</dl>
${shown.documents.map((document, i) => renderDocument(frame.path, document, i, words))}`
}

function renderDocument(path: string, { title, meta, mime, text }: ShownDocument, i: number, words: Words): Html {
  const rows = meta.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)
  const isPdf = mime.endsWith('pdf')
  return html`<section><h2>${words.document}: ${title}</h2>
${rows.length > 0 ? html`<dl>${rows}</dl>` : undefined}
${text === null ? undefined : html`<pre>${text}</pre>`}
${isPdf ? html`<p><a href="${path}/documents/${i}" target="_blank" rel="noopener">${words.pdf}</a></p>` : undefined}
${text === null && !isPdf ? html`<p>${words.xml}</p>` : undefined}</section>`
}

/** The third screen. `byLink`: the site that opened the app is on this phone, and it can be gone back to. */
export function renderResult(frame: Frame, report: Report, byLink: boolean): string {
  const words = WORDS[frame.language]
  const { shown, statuses, violations } = report
  const isWell = report.outcome === 'signed' || report.outcome === 'declined' || report.outcome === 'dropped'
  const main = html`${shown.message ? html`<p class="problem" role="alert">${shown.message}</p>` : undefined}
${shown.description ? html`<p${isWell ? undefined : html` class="notice"`}>${shown.description}</p>` : undefined}
<dl><dt>${words.statuses}</dt><dd>${statuses.join(', ') || '–'}</dd></dl>
${violations.length > 0 ? renderViolations(report, words) : undefined}
<p class="buttons">
${byLink && shown.backUrl ? html`<a class="button" href="${shown.backUrl}" rel="noopener">${words.back}</a>` : undefined}
<a class="button" href="/?lang=${frame.language}">${words.again}</a></p>`
  return renderPage(frame, words.outcomes[report.outcome], main)
}

function renderViolations({ violations }: Report, words: Words): Html {
  const sections = [...new Set(violations.map(({ section }) => section))].map(section => {
    const own = violations.filter(violation => violation.section === section)
    const lines = own.map(({ where, problem }) => html`<li><strong>${where}</strong>: ${problem}</li>`)
    return html`<h3>§${section} ${SECTIONS[section]}</h3><ul>${lines}</ul>`
  })
  return html`<h2>${words.wrong}</h2><div class="wrong" lang="en">${sections}</div>`
}

/** 22.11.2026, 14:05:00 by Kazakhstan's clocks. */
function inAlmaty(moment: string, language: Language): string {
  const locale = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }[language]
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Almaty' })
  return format.format(new Date(moment))
}
