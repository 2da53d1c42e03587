// A sheet of paper: one block for each language, then the code and how to check it. What every paper made here looks like.
import { qrPath } from '../qr-signing/qr-path.ts'
import type { Language } from '../web/language.ts'
import type { organisationHead } from './organisation.ts'
import type { PaperText } from './paper-text.ts'
import { printable } from './printable.ts'
import type { Typeset } from './typst.ts'

export type Sheet = {
  readonly title: string
  readonly size: number // points
  readonly day: string // ISO date, that the file itself tells
  readonly blocks: readonly (PaperText & { readonly organisation: ReturnType<typeof organisationHead> })[]
  readonly check: {
    readonly address: string // in the QR code
    readonly alt: string
    readonly code: string
    readonly words: readonly { readonly language: Language; readonly text: string }[]
  }
  readonly footer: string
}

/** The same sheet gives the same bytes. */
export function laySheet(typeset: Typeset, { title, size, day, blocks, check, footer }: Sheet): Promise<Uint8Array> {
  const { address, alt, code, words } = check
  if (lastQr.address !== address) lastQr = { address, svg: qrSvg(address) }
  const qr = lastQr.svg
  const data = { title, size, made: day.split('-').map(Number), blocks, check: { qr, alt, code, words }, footer }
  return typeset('paper', printableWords(data), day)
}

/** A receipt and the report beside it have the same one, and its mask is chosen by drawing it eight times. */
let lastQr = { address: '', svg: '' }

function qrSvg(address: string): string {
  const { path, size } = qrPath(address)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

/** Every text of a tree, printable: whatever a name is made of, a paper can be made. */
function printableWords<T>(tree: T): T {
  if (typeof tree === 'string') return printable(tree) as T
  if (Array.isArray(tree)) return tree.map(printableWords) as T
  if (tree === null || typeof tree !== 'object') return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, printableWords(value)])) as T
}
