// What the parts are made with: settings, database, clock and log are given, so that tests give theirs.
import type { Config } from '../config.ts'
import type { Sql } from '../database/sql.ts'
import type { Typeset } from '../documents/typst.ts'
import type { SealKey } from '../evidence/seal-key.ts'
import type { Vault } from '../evidence/vault.ts'
import type { Observe } from '../service-status/outside.ts'
import type { AuthoritySettings } from '../signatures/authorities.ts'
import type { VerificationPool } from '../signatures/verification-pool.ts'
import type { Log } from '../web/access-log.ts'

export type Given = {
  readonly config: AuthoritySettings &
    Pick<
      Config,
      | 'MODE'
      | ('NCALAYER_URL' | 'QR_AUTH' | 'GBDFL_URL' | 'GBDFL_TOKEN' | 'GBDFL_TIMEOUT_MS' | 'PERSON_RECORD_HOURS')
      | (
          | 'CHECK_TIMEOUT_MS'
          | 'HOLD_HOURS'
          | 'TRUSTED_PROXIES'
          | 'CONTACT_HOURS'
          | 'CORE_SILENCE_HOURS'
          | 'STATISTICS_MIN_CASES'
        )
      | ('SMTP_URL' | 'MAIL_FROM' | 'SMS_URL' | 'SMS_TOKEN')
      | ('ORGANISATION_BIN' | 'ORGANISATION_NAME_KK' | 'ORGANISATION_NAME_RU' | 'ORGANISATION_NAME_EN')
      | ('ORGANISATION_ADDRESS_KK' | 'ORGANISATION_ADDRESS_RU' | 'ORGANISATION_ADDRESS_EN')
      | ('ORGANISATION_PHONE' | 'ORGANISATION_SITE')
      | 'CERTIFICATE_DAYS'
    >
  readonly publicUrl: string
  readonly sessionKeys: readonly string[]
  readonly evidenceKeys: readonly string[]
  readonly sealKey: SealKey
  readonly sealPins: readonly Uint8Array[] // by which seals are known as the fund's
  readonly root: string
  readonly sql: Sql
  readonly pool: VerificationPool // it holds the trust
  readonly typeset: Typeset
  readonly typesetLater: Typeset // the same for what nobody waits for
  readonly now: () => Date
  readonly log: Log
}

/** With what the composition itself adds for its parts. */
export type World = Given & { readonly observe: Observe; readonly vault: Vault }
