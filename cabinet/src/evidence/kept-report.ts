// What the report that is kept with a withdrawal says of its proofs: of revocation, and of the time stamp.
import { z } from 'zod'

const Signer = z.object({
  revocation: z.object({ source: z.enum(['ocsp', 'crl', 'none']), at: z.string() }),
  timestamp: z.object({ at: z.string(), authority: z.string() }).nullable(),
})
const Report = z.object({ signers: z.array(Signer).min(1) })

export type KeptReport = z.infer<typeof Signer>

/** Undefined when it is none. */
export function readKeptReport(report: Uint8Array | undefined): KeptReport | undefined {
  try {
    return Report.parse(JSON.parse(Buffer.from(report ?? '').toString())).signers[0]
  } catch {
    return undefined // whoever needs it says what is wrong
  }
}
