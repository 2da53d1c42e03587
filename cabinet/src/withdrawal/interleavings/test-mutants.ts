// For tests: ways in which the completion could be wrong. Each must be found, or the search is worth nothing.

/** Rules of the store, broken one at a time. */
const OF_THE_STORE = [
  'decides again', // the update of a decided signature is not conditional
  'claims what is being checked', // a claim looks at "accepted or withdrawing"
  'forgets repeats', // the same CMS is received as if it were new
  'forgets keys', // the same key with another CMS is no mismatch
  'receives by what it saw', // read, then written: no compare-and-set
  'ignores versions', // a statement outlives what it was drawn up on
  'goes on though it was stopped', // the person has said «бұл мен емес»
  'keeps another signature', // the evidence is of the first CMS that came, not of the one that counts
  'tells the core afterwards', // the message is no part of the transaction
  'commits lazily', // what was answered is lost when the power goes
  'releases another claim',
  'executes without a claim',
] as const

/** Rules of whoever answers. */
const OF_THE_ANSWER = [
  'tells a loss as a refusal', // the connection broke after COMMIT, and the person is told that it failed
  'never comes back', // no job finishes what was left
] as const

export const MUTANTS = [...OF_THE_STORE, ...OF_THE_ANSWER] as const
export type Mutant = (typeof MUTANTS)[number]
