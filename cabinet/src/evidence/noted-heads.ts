// Heads of roots that were noted outside of the database: in a letter, in a register, or in the log itself.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** `link`: what the root after it names as the one before, hexadecimal. */
export type Head = { readonly ordinal: string; readonly link: string }

const HEAD = /(?<![0-9a-f])([1-9][0-9]{0,17}):([0-9a-f]{64})(?![0-9a-f])/g

/** As the log and the command name them: '214:9f86…', with whatever stands around them. */
export function headsIn(text: string): readonly Head[] {
  return [...text.matchAll(HEAD)].map(([, ordinal = '', link = '']) => ({ ordinal, link }))
}

/** Each once, however often it was noted. Line by line: a log may be larger than any memory. Throws what reading throws. */
export async function readHeads(file: string): Promise<readonly Head[]> {
  const found = new Map<string, Head>()
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
    for (const head of headsIn(line)) found.set(`${head.ordinal}:${head.link}`, head)
  return [...found.values()]
}
