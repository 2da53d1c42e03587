// A file of a person's that is saved, not shown: its name in ASCII for old programs and in UTF-8 for the others (RFC 6266 §4.3).
import type { Context } from 'hono'
import type { Env } from './context.ts'

export type Download = {
  readonly content: Uint8Array
  readonly name: string // 'Қолхат 1114647-ИБР.pdf'
  readonly plain: string // 'receipt-1114647.pdf'
}

export function sendPdf(c: Context<Env>, { content, name, plain }: Download): Response {
  return c.body(new Uint8Array(content), 200, {
    'Content-Type': 'application/pdf',
    'Content-Length': String(content.length),
    'Content-Disposition': attachment(name, plain),
    'Cache-Control': 'private, no-store',
  })
}

/** Whatever stands in the name, it ends no header and leads into no folder. */
export function attachment(name: string, plain: string): string {
  const whole = name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '_')
  const ascii = plain.replace(/[^A-Za-z0-9._-]/g, '')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(whole)}`
}

/** RFC 8187 §3.2.1: what encodeURIComponent leaves and may not stand there is encoded too. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
