// The simulator's page as HTML: either nothing is asked, or the dialog with store, key file and password.
import { type Html, html, htmlDocument } from '../html.ts'
import { DEMO_PASSWORD } from '../pki/authority.ts'
import { hasFiles } from './answer.ts'
import type { Dialog, Outcome } from './desk.ts'
import type { KeyFile } from './key-files.ts'
import { type PageLanguage, WORDS, type Words } from './page-words.ts'
import type { SignRequest } from './sign-arguments.ts'

export type View = {
  readonly language: PageLanguage
  readonly query: string // '?lang=…' when the person chose the language; else the site does
  readonly dialog: Dialog | undefined
  readonly waiting: number
  readonly last: Outcome['kind'] | undefined
  readonly automatic: boolean
  readonly files: readonly KeyFile[]
  readonly problem: string | undefined // of the attempt that this page answers
  readonly picked: string | undefined // the file of that attempt
}

/** The whole document. */
export function renderPage(view: View): string {
  const words = WORDS[view.language]
  const other = view.language === 'kk' ? 'ru' : 'kk'
  const idle = view.dialog === undefined
  return htmlDocument(html`<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${idle ? html`<noscript><meta http-equiv="refresh" content="3"></noscript>` : undefined}
<title>${idle ? words.idle : words.request} · ${words.title}</title>
<link rel="stylesheet" href="/style.css">
<script src="/page.js" defer></script>
</head>
<body data-dialog="${view.dialog?.id ?? 0}">
<header><p class="bar"><strong>${words.title}</strong> <a href="/?lang=${other}" lang="${other}">${words.otherLanguage}</a></p>
<p class="notice">${words.notice}</p></header>
<main>${view.dialog ? renderDialog(view, view.dialog, words) : renderIdle(view, words)}</main>
</body>
</html>`)
}

function renderIdle({ automatic, last }: View, words: Words): Html {
  return html`<h1>${words.idle}</h1>
<p>${automatic ? words.automatic : words.idleHint}</p>
<p role="status">${last && words.last[last]}</p>`
}

function renderDialog(view: View, dialog: Dialog, words: Words): Html {
  const { request } = dialog
  return html`<h1>${words.request}</h1>
${dialog.isDeserted() ? html`<p class="problem" role="alert">${words.deserted}</p>` : undefined}
<dl>
<dt>${words.from}</dt><dd>${dialog.origin || words.program}</dd>
<dt>${words.documents}</dt><dd>${request.data.map((data, i) => renderData(data, i, request, words))}</dd>
${request.iin ? html`<dt>${words.owner}</dt><dd>${request.iin}</dd>` : undefined}
</dl>
<form method="post" action="/answer${view.query}">
<input type="hidden" name="dialog" value="${dialog.id}">
${hasFiles(request) ? renderKey(view, request, words) : html`<p class="problem">${words.noStorage}</p>`}
<p class="buttons">
${hasFiles(request) ? html`<button name="act" value="sign" class="primary">${words.sign}</button>` : undefined}
<button name="act" value="cancel" formnovalidate>${words.cancel}</button>
</p>
</form>
${view.waiting > 0 ? html`<p>${words.waiting(view.waiting)}</p>` : undefined}`
}

function renderData(data: Uint8Array, i: number, request: SignRequest, words: Words): Html {
  const size =
    data.length < 1024 ? `${data.length} ${words.bytes}` : `${Math.ceil(data.length / 1024)} ${words.kilobytes}`
  if (request.digested) return html`<p>${words.digest}: <code>${Buffer.from(data).toString('hex')}</code></p>`
  const link = html`<a href="/document/${i}" target="_blank" rel="noopener">${words.open}</a>`
  if (isPdf(data)) return html`<p>${words.pdf(size)} · ${link}</p>`
  const text = asText(data)
  return text === undefined
    ? html`<p>${words.binary(size)} · ${link}</p>`
    : html`<p>${words.text(size)}</p><pre>${text}</pre>`
}

function renderKey(view: View, request: SignRequest, words: Words): Html {
  const demo = view.files.filter(file => file.known)
  const others = view.files.filter(file => !file.known)
  const picked = view.picked ?? proposed(demo, request)?.name
  const option = (file: KeyFile) => {
    const label = file.known ? demoLabel(file.known, file.name, words) : file.name
    return html`<option value="${file.name}"${file.name === picked ? html` selected` : undefined}>${label}</option>`
  }
  return html`<fieldset><legend>${words.storage}</legend>
<label class="choice"><input type="radio" name="storage" value="PKCS12" checked> ${words.computer}</label></fieldset>
<p><label for="file">${words.file}</label>
<select id="file" name="file">${demo.map(option)}${
    others.length > 0 ? html`<optgroup label="${words.others}">${others.map(option)}</optgroup>` : undefined
  }</select></p>
<p><label for="password">${words.password}</label>
<input id="password" name="password" type="password" required autofocus autocomplete="off" aria-describedby="hint${
    view.problem ? ' problem' : ''
  }"${view.problem ? html` aria-invalid="true"` : undefined}>
<small id="hint">${words.passwordHint(DEMO_PASSWORD)}</small></p>
${view.problem ? html`<p class="problem" id="problem" role="alert">${view.problem}</p>` : undefined}
<p><label class="choice"><input type="checkbox" name="anyway"> ${words.anyway}</label></p>`
}

function demoLabel(key: NonNullable<KeyFile['known']>, file: string, words: Words): string {
  const what = words.whats[key.what]
  return [key.name, words.purposes[key.purpose], ...(what ? [what] : []), shortName(file)].join(' · ')
}

/** Enough of the name to tell the files apart: the first eight digits of the key identifier. */
function shortName(file: string): string {
  return file.replace(/(_[0-9a-f]{8})[0-9a-f]{32}\./, '$1….')
}

/** The first good demo key that the request seems to want, so that the usual case needs only the password. */
function proposed(files: readonly KeyFile[], request: SignRequest): KeyFile | undefined {
  const purpose = request.extKeyUsageOids.includes('1.3.6.1.5.5.7.3.2') ? 'authentication' : 'signing'
  return files.find(({ known }) => {
    const owns = request.iin === '' || known?.iin === request.iin
    return owns && known?.what === 'good' && known.purpose === purpose
  })
}

/** Whether a browser would show it as a PDF. */
export function isPdf(data: Uint8Array): boolean {
  return Buffer.from(data.subarray(0, 5)).toString('latin1') === '%PDF-'
}

function asText(data: Uint8Array): string | undefined {
  if (data.length > 20_000) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data)
    return /\p{Cc}/u.test(text.replaceAll(/[\r\n\t]/g, '')) ? undefined : text
  } catch {
    return undefined
  }
}
