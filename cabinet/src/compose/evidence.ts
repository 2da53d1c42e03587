// What proves a withdrawal: the receipt and the seals made soon after it, and what its person takes away.
import type { Typeset } from '../documents/typst.ts'
import { completeDue } from '../evidence/complete-due.ts'
import { completeEvidence } from '../evidence/complete-evidence.ts'
import { downloadEvidence } from '../evidence/download.ts'
import { receiptRenderer } from '../evidence/render-receipt.ts'
import { reportRenderer } from '../evidence/render-report.ts'
import { sealer } from '../evidence/seal.ts'
import { endingSoon } from '../evidence/seal-key.ts'
import { isOurs } from '../evidence/seal-pins.ts'
import { findSignerName } from '../evidence/signer-name.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { organisationOf } from './documents.ts'
import type { World } from './world.ts'

export function evidenceParts(world: World) {
  const { sql, vault, now, publicUrl: site, log } = world
  const completing = (typeset: Typeset) => {
    const printing = { typeset, site, organisation: organisationOf(world) }
    return completeEvidence({
      ...{ sql, vault, now },
      seal: sealer(world.sealKey),
      renderReceipt: receiptRenderer(printing),
      renderReport: reportRenderer(printing),
      hash: keyedHash(world.sessionKeys),
    })
  }
  return {
    download: downloadEvidence({ sql, vault, complete: completing(world.typeset) }),
    findSignerName: findSignerName(sql, vault),
    completeEvidence: completeDue({
      ...{ sql, complete: completing(world.typesetLater), now },
      report: (event, facts) => log('error', event, facts),
    }),
    lookAtSealKey: async () => {
      const end = endingSoon(world.sealKey, now())
      if (end) log(now() > end ? 'error' : 'warn', 'seal-key-ends', { at: end.toISOString() })
      if (!isOurs(world.sealKey.certificate, world.sealPins)) log('error', 'seal-key-not-pinned', {})
    },
  }
}
