// Checking by keys that come again and again, those of authorities: for each of them a table is made once it pays, and from then on
// a check takes a third of the time. Which keys these are is said by whoever trusts them, never found out from what is checked.
import { BIGINT_ENGINE, holds, multiplesOf } from './bigint-engine.ts'
import type { Claim, Engine } from './engine.ts'
import { type FixedBase, onceItPays } from './fixed-base.ts'
import type { PublicKey } from './keys.ts'

export type KnownKeys = {
  /**
   * From now on the key is known; of too many the one that was not used for longest goes. Not for the keys of strangers, who
   * could bring more of them than there is room for, and make us compute tables.
   */
  readonly add: (key: PublicKey) => void
  readonly has: (key: PublicKey) => boolean
  /** The same answers as the plain engine's, for every key. */
  readonly engine: Engine
}

const MOST = 16 // tables of 0.8 MB

type Known = { readonly key: PublicKey; readonly multiples: () => FixedBase | undefined }

/** None at first. `tableOf` makes the table of a key. */
export function knownKeys(tableOf: (key: PublicKey) => FixedBase = key => multiplesOf(key.curve, key)): KnownKeys {
  const known = new Map<bigint, Known>() // by x, in the order of their last use

  function find({ curve, x, y }: PublicKey): Known | undefined {
    const found = known.get(x)
    if (found?.key.y !== y || found.key.curve !== curve) return undefined
    known.delete(x)
    known.set(x, found)
    return found
  }

  function add(key: PublicKey): void {
    if (find(key)) return
    known.set(key.x, { key, multiples: onceItPays(() => tableOf(key)) })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  }

  const checked = (claim: Claim) => holds(claim, find({ ...claim.key, curve: claim.curve })?.multiples())
  return { add, has: key => find(key) !== undefined, engine: { ...BIGINT_ENGINE, holds: checked } }
}
