// Passwords are kept as Argon2id hashes, which are slow to guess (RFC 9106; parameters by OWASP's Password Storage Cheat Sheet).
import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { openLane } from '../signatures/lane.ts'

/** Argon2id is the library's default kind; its enum cannot be used where types are stripped. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const // 19 MiB

// One hash holds 19 MiB and one of Node's four threads for some 20 ms. One core is left for everybody else's pages.
const AT_ONCE = Math.min(3, Math.max(1, availableParallelism() - 1))
const WAITING = 100 // two to four seconds of waiting; whoever comes then is told to come again
const checking = openLane(AT_ONCE, WAITING)
const choosing = openLane(1, Number.POSITIVE_INFINITY) // by those who have proved who they are: they are few

/** Past this, text cannot be a password of ours even when every letter is taken apart; it is not worked on at all. */
const MAX_TYPED = 1_024

/** For those who have no password, so that they cost the same time: the hash of 32 random bytes that nobody kept. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$qmPMOun+SZ1z7tcMvpMiAg$kY2oYIwsJbyEb7PoGmCPhUsiPUutS0nNADNvgHF1xsM'

export type PasswordCheck = 'right' | 'wrong' | 'busy'

/** `text` has passed the rules of decide.ts. */
export async function hashPassword(text: string): Promise<string> {
  const made = await choosing.run(() => hash(canonical(text), PARAMETERS))
  if (!made) throw new Error('a lane without bound was full')
  return made
}

/** The same work whether there is a hash or not; `busy` when too many are being checked just now, and nothing was. */
export async function checkPassword(text: string, kept: string | undefined): Promise<PasswordCheck> {
  if (text.length > MAX_TYPED) return 'wrong'
  const right = await checking.run(() => verify(kept ?? NOBODYS, canonical(text)))
  if (right === undefined) return 'busy'
  return right && kept !== undefined ? 'right' : 'wrong'
}

/** Whether a hash was made with other parameters than today's. */
export function needsRehash(kept: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(kept)
  const { memoryCost: memory, timeCost: time, parallelism: lanes, outputLen: length } = PARAMETERS
  return memoryCost !== memory || timeCost !== time || parallelism !== lanes || outputLen !== length
}

/** «й» may arrive as one letter or as two, by keyboard and system: both are the same password. Nothing else is changed. */
export function canonical(text: string): string {
  return text.normalize('NFC')
}
