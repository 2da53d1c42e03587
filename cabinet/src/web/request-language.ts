// In which language to answer: by the address for pages, by Accept-Language for everything else.
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import { isLanguage, type Language } from './language.ts'

/** The best of ours for an Accept-Language header; Kazakh when in doubt. RFC 9110 §12.5.4. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, 500).split(',').map(readWish)
  wishes.sort((a, b) => b.weight - a.weight)
  for (const { language, weight } of wishes) if (weight > 0 && isLanguage(language)) return language
  return 'kk'
}

function readWish(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
  const q = parameters.map(p => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(value => value !== undefined)
  return { language: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) }
}

export const requestLanguage: MiddlewareHandler<Env> = async (c, next) => {
  const first = c.req.path.split('/')[1] ?? ''
  c.set('language', isLanguage(first) ? first : preferredLanguage(c.req.header('Accept-Language')))
  await next()
}
