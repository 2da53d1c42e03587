// HTML with every inserted text escaped; what is HTML already is marked so by its type.

const marked: unique symbol = Symbol('html')
export type Html = { readonly [marked]: string }

type Part = string | number | Html | undefined | readonly Html[]

/** A piece of HTML. Strings and numbers are escaped, pieces of HTML are put in as they are, undefined gives nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const whole = strings.map((string, i) => string + (i < parts.length ? render(parts[i]) : '')).join('')
  return { [marked]: whole }
}

/** The text of a whole document. */
export function htmlDocument(body: Html): string {
  return `<!doctype html>\n${body[marked]}`
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return marked in part ? part[marked] : part.map(render).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '')
}
