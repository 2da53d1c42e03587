// Is a PostgreSQL running on this data folder? Read from its postmaster.pid and proved by /proc, so that a number
// left by a crash and reused by a stranger does not pass for a server.
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Postmaster = { readonly pid: number; readonly port: number }

const START_MS = 10_000 // a file that is empty for longer was left so by a crash

/**
 * The server of this folder if it is up and ready; `undefined` if there is none. The file of a dead one stays: by it PostgreSQL
 * finds out whether a child of the dead is still writing. It is removed when a stranger has the number, which PostgreSQL
 * would take for a server, and when nothing was ever written into it.
 */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isPostgresOf(dataFolder, pid)) {
    const empty = lines[0] === '' && Date.now() - statSync(file).mtimeMs > START_MS
    if (empty || isAlive(pid)) rmSync(file, { force: true })
    return undefined
  }
  return lines[7]?.trim() === 'ready' ? { pid, port: Number(lines[3]) } : undefined
}

/** Asks for a fast shutdown and waits until the process is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isPostgres(pid)) return
  process.kill(pid, 'SIGINT') // "fast": open transactions are rolled back
  for (let i = 0; i < 600 && isPostgres(pid); i++) await wait(25)
}

/** A postmaster works in its data folder; where the system does not tell, its name must do. */
function isPostgresOf(dataFolder: string, pid: number): boolean {
  if (!isPostgres(pid)) return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder)
  } catch {
    return true
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('postgres') ?? false
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 2) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
