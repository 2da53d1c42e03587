// PostgreSQL refuses to run as root. How its programs are started instead, whoever we are.
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * - `self`: we are an ordinary user.
 * - `namespace`: we are root; a user namespace makes root look like 65534 inside, files stay ours.
 * - `user`: we are root and user namespaces are denied; another user runs it, in a folder of its own.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }

const NOBODY = 65534
const UNSHARE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]

/** Finds out by trying, once per start. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  try {
    execFileSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' })
    return { kind: 'namespace' }
  } catch {
    return { kind: 'user', ...postgresUser(readFileSync('/etc/passwd', 'utf8')) }
  }
}

/** The `postgres` user of the machine, or nobody. */
function postgresUser(passwd: string): { uid: number; gid: number } {
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? []
  return { uid: Number(uid ?? NOBODY), gid: Number(gid ?? NOBODY) }
}

/** Runs one program to its end; what it printed is in the error if it fails. */
export function run(as: RunAs, program: string, args: readonly string[]): Promise<void> {
  const [file, all] = as.kind === 'namespace' ? ['unshare', [...UNSHARE, program, ...args]] : [program, [...args]]
  const user = as.kind === 'user' ? { uid: as.uid, gid: as.gid } : {}
  const environment = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }
  return new Promise((resolve, reject) => {
    execFile(file, all, { ...user, cwd: '/', env: environment, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} failed: ${stdout}${stderr}`.trim(), { cause: error }))
      else resolve()
    })
  })
}
