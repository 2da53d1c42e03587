// A table in which something of a person's may lie in clear, from before it was encrypted; and how a few rows of it are sealed.
import type { Tx } from '../database/sql.ts'
import type { Vault } from './vault.ts'

export type SealNeeds = { readonly vault: Vault; readonly now: Date }

export type Sealing = {
  readonly table: string
  readonly plain: string // SQL: true of a row that lies in clear
  /** Answers how many rows there were; 0 when nothing is left. */
  readonly some: (tx: Tx, needs: SealNeeds) => Promise<number>
}

export const AT_ONCE = 100
