// The stylesheet as tests read it: its files, their rules, and the values of the tokens in each of the looks.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'cabinet/assets/styles'

export type StyleFile = { readonly name: string; readonly text: string }

export const styleFiles = (): StyleFile[] =>
  readdirSync(FOLDER).map(name => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))

/** Without comments, strings and the contents of url(). */
export const bare = (text: string): string => text.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"/g, '""')

export type Declaration = { readonly property: string; readonly value: string }

export function declarations(text: string): Declaration[] {
  return [...bare(text).matchAll(/^\s*([a-z-]+):\s*([^;{]+);/gm)].map(([, property = '', value = '']) => ({
    property,
    value: value.replace(/\s+/g, ' '),
  }))
}

/** Each declaration with what it stands inside: conditions and selectors, the outermost first. */
export function placed(text: string): (Declaration & { readonly inside: readonly string[] })[] {
  const inside: string[] = []
  const found = []
  for (const [, before = '', end] of bare(text).matchAll(/([^{};]*)([{};])/g)) {
    if (end === '{') inside.push(before.trim().replace(/\s+/g, ' '))
    const [, property = '', value = ''] = (end !== '{' && /^\s*([a-z-]+):\s*(.+)$/s.exec(before)) || []
    if (property) found.push({ property, value, inside: [...inside] })
    if (end === '}') inside.pop()
  }
  return found
}

/** What stands before each brace, without the conditions of @media and @container. */
export function selectors(text: string): string[] {
  return [...bare(text).matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter(s => !s.startsWith('@'))
}

export const LOOKS = {
  light: [''],
  dark: ['', 'screen and (prefers-color-scheme: dark)'],
  'light, more contrast': ['', 'screen and (prefers-contrast: more)'],
  'dark, more contrast': [
    '',
    'screen and (prefers-contrast: more)',
    'screen and (prefers-color-scheme: dark)',
    'screen and (prefers-color-scheme: dark) and (prefers-contrast: more)',
  ],
  print: ['', 'print'],
} as const

/** The colours of a look by the name of their token, as the cascade leaves them. */
export function tokensOf(look: keyof typeof LOOKS): ReadonlyMap<string, string> {
  const text = bare(readFileSync(join(FOLDER, 'tokens.css'), 'utf8'))
  const blocks = [...text.matchAll(/(?:@media ([^{]+)\{\s*)?:root \{([^}]*)\}/g)]
  const tokens = new Map<string, string>()
  for (const [, media = '', body = ''] of blocks)
    if ((LOOKS[look] as readonly string[]).includes(media.trim()))
      for (const [, name = '', value = ''] of body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g))
        tokens.set(name, value.trim())
  return tokens
}
