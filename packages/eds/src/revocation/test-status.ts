// For tests: a status in one word.
import type { RevocationStatus } from './revocation-status.ts'

/** `good`, `revoked`, or why it is unknown. */
export function word(status: RevocationStatus): string {
  return status.is === 'unknown' ? status.why : status.is
}
