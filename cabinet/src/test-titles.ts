// The titles of the tests in a file, for the tests of documents that cite them. A cited title is the whole of one; of a table
// of tests it is the title as written, holes and all, or that of one case: then what fills each hole is a text of that file.
import { existsSync, readFileSync } from 'node:fs'

const CALL = /(?:\b(?:it|test|describe)(?:\.\w+)*|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1,\s*(?:async\s*)?[({\w]/g
const HOLE = /\$\{[^}]*\}|%[sdijo]/
const TEXT = /(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g

export function hasTest(file: string, cited: string): boolean {
  return existsSync(file) && isCited(readFileSync(file, 'utf8'), cited)
}

/** Is `cited` the title of a test, a group or a journey in this source text? */
export function isCited(text: string, cited: string): boolean {
  const source = withoutComments(text)
  const titles = [...source.matchAll(CALL)].map(([, , title = '']) => unescaped(title))
  return titles.some(title => title === cited || isCaseOf(title, cited, source))
}

function isCaseOf(title: string, cited: string, source: string): boolean {
  const parts = title.split(HOLE)
  if (parts.length === 1) return false
  const filled = new RegExp(`^${parts.map(literally).join('(.+?)')}$`).exec(cited)?.slice(1)
  if (!filled) return false
  const texts = new Set([...source.matchAll(TEXT)].map(([, , text = '']) => unescaped(text)))
  return filled.every(text => texts.has(text) || new RegExp(`[\\s[(]${literally(text)}[\\s,\\])]`).test(source))
}

/** A comment has a line of its own, or stands behind code with a blank before it. */
function withoutComments(source: string): string {
  return source.replace(/\/\*\*? [\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function unescaped(text: string): string {
  return text.replace(/\\(['"`\\])/g, '$1')
}
