// For tests: the question asked of the whole machinery, threads and all, with simulated authorities that behave as told.
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { type Pki, startPki } from '@otinish/simulators/pki/server'
import { inject, onTestFinished } from 'vitest'
import { TODAY, testAuthority } from '../test-authority.ts'
import { type AuthoritySettings, openAuthorities } from './authorities.ts'
import type { RevocationLists } from './revocation-lists.ts'
import { testPool } from './test-pool.ts'
import type { VerificationPool } from './verification-pool.ts'
import { whoseSignature } from './whose-signature.ts'

export type Desk = {
  readonly whose: ReturnType<typeof whoseSignature>
  readonly pki: Pki
  readonly pool: VerificationPool
  readonly clock: { at: Date }
  readonly lists: RevocationLists | undefined
  readonly crlDir: string
  readonly log: string[] // level, event and facts
}

export async function openDesk(
  settings: Partial<AuthoritySettings> | ((pki: Pki) => Partial<AuthoritySettings>) = {},
  threads?: Pick<VerificationPool, 'run'>,
): Promise<Desk> {
  const { authority, trustDir } = await testAuthority()
  const clock = { at: TODAY }
  const now = () => clock.at
  const pki = await startPki({ port: 0, authority, now })
  const lines: string[] = []
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line))
  const pool = testPool(trustDir)
  onTestFinished(() => pki.close())
  const crlDir = mkdtempSync(path.join(inject('scratch'), 'crl-'))
  const authorities = openAuthorities(
    {
      REVOCATION: 'ocsp',
      OCSP_URL_GOST: pki.ocspGost,
      OCSP_URL_RSA: pki.ocspRsa,
      TSP_URL: pki.tsp,
      CRL_URLS: [],
      CRL_DIR: crlDir,
      AUTHORITY_TIMEOUT_MS: 300,
      ...(typeof settings === 'function' ? settings(pki) : settings),
    },
    { pool, now, log, observe: () => {} },
  )
  const whose = whoseSignature({ lane: 'acts', pool: threads ?? pool, authorities, timeoutMs: 60_000, now, log })
  return { whose, pki, pool, clock, lists: authorities.lists, crlDir, log: lines }
}
