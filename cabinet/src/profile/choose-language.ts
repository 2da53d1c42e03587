// A person chooses the language in which they are written to.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Language } from '../web/language.ts'

type Needs = {
  readonly sql: Sql
  readonly setLanguage: (tx: Tx) => (iin: Iin, language: Language) => Promise<boolean> // was it another one before?
  readonly now: () => Date
}

/** A choice that changes something leaves a line in the record of acts. */
export const chooseLanguage =
  ({ sql, setLanguage, now }: Needs) =>
  (iin: Iin, language: Language): Promise<void> =>
    sql.begin(async tx => {
      if (!(await setLanguage(tx)(iin, language))) return
      await recordAct(tx, { at: now(), act: 'language-changed', actor: { kind: 'person' }, iin, outcome: language })
    })
