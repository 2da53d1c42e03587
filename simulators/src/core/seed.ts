// Fills the demonstration through `/core/v1`, as the fund's core would.
import { demoApplications } from '../demo/applications.ts'
import { documentsOf } from '../demo/documents.ts'
import type { Seeded } from '../demo/memo-applications.ts'
import { type Answer, type CoreClient, coreClient } from './client.ts'

/** The service did not take an application or a document of the demonstration. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
}

const AT_ONCE = 8

/**
 * Sends every application, with its documents, and answers how many applications. With the `now` of the first time it sends the same to the letter, so
 * a repeat changes nothing, also for applications that were withdrawn meanwhile. Throws SeedError.
 */
export async function seed(coreUrl: string, key: string, now: Date): Promise<number> {
  const client = coreClient(coreUrl, key)
  const all = demoApplications(now)
  const left = [...all]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await send(client, next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return all.length
}

async function send(client: CoreClient, seeded: Seeded): Promise<void> {
  const { id, application } = seeded
  mustBeTaken(id, await client.put(id, application))
  for (const { kind, pdf } of documentsOf(seeded))
    mustBeTaken(`${id}: ${kind}`, await client.putDocument(id, kind, pdf))
}

function mustBeTaken(what: string, { status, body }: Answer): void {
  if (status < 200 || status > 299) throw new SeedError(`${what}: ${status} ${JSON.stringify(body)}`)
}
