// For tests: a vault whose wrapping key everybody knows.
import { openVault, type Vault } from './vault.ts'
import { wrappingKeys } from './wrapping-keys.ts'

export const EVIDENCE_KEY = '11'.repeat(32)

export const aVault = (...keys: readonly string[]): Vault =>
  openVault(wrappingKeys(keys.length > 0 ? keys : [EVIDENCE_KEY]))
