// A receipt or an application that the fund has not sent, made here from its record.
import type { Application } from '../applications/application.ts'
import type { DocumentKind } from '../applications/view.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { type Named, receiptFacts, recordedFacts } from './facts-of.ts'
import type { Receipt, Recorded } from './paper.ts'
import { codesOf, hashOfCode } from './paper-code.ts'
import type { NewPaper } from './paper-store.ts'
import type { RenderPaper } from './render-paper.ts'

export type MakeNeeds = {
  readonly hash: KeyedHash
  readonly render: RenderPaper
  readonly keep: (paper: NewPaper) => Promise<void>
  readonly now: () => Date
}

/** Made, and entered under its code, so that anybody who has it can check it. The same record gives the same bytes. */
export const makeDocument =
  ({ hash, render, keep, now }: MakeNeeds) =>
  async (application: Application, person: Named, kind: DocumentKind): Promise<Uint8Array> => {
    const facts = factsFor(application, person, kind)
    const code = codeFor(application, facts, hash)
    const { id, owner: iin } = application
    await keep({ code: hashOfCode(code), iin, application: id, facts, at: now() })
    return render(facts, code)
  }

const REMEMBERED = 2_000 // sizes, of a few dozen bytes each

/** How large it would be. It is made to know this, and the size is remembered: the page that tells it is read again and again. */
export function sizeOfDocument({ hash, render }: Pick<MakeNeeds, 'hash' | 'render'>) {
  const sizes = new Map<string, number>()
  return async (application: Application, person: Named, kind: DocumentKind): Promise<number> => {
    const facts = factsFor(application, person, kind)
    const code = codeFor(application, facts, hash)
    const size = sizes.get(code) ?? (await render(facts, code)).length
    sizes.delete(code)
    sizes.set(code, size)
    const [oldest] = sizes.keys()
    if (oldest !== undefined && sizes.size > REMEMBERED) sizes.delete(oldest)
    return size
  }
}

function factsFor(application: Application, person: Named, kind: DocumentKind): Receipt | Recorded {
  return kind === 'receipt' ? receiptFacts(application, person) : recordedFacts(application, person)
}

function codeFor({ id }: Application, facts: Receipt | Recorded, hash: KeyedHash): string {
  const [newest] = codesOf({ application: id, facts }, hash)
  return newest
}
