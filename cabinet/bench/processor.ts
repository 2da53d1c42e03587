// For benches: how much processor time others have used, from /proc (Linux). A server of PostgreSQL counts with its backends.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const TICKS_A_SECOND = 100 // USER_HZ, the same on every Linux that Node runs on

type Process = { readonly pid: number; readonly parent: number; readonly seconds: number; readonly command: string }

/** Seconds since they began: of the children of this process by a part of their command, and of the server in a folder. */
export function processorSeconds(commands: readonly string[], dataDir: string): Record<string, number> {
  const all = readProcesses()
  const postmaster = findPostmaster(dataDir)
  const sum = (chosen: readonly Process[]) => chosen.reduce((total, { seconds }) => total + seconds, 0)
  return {
    ...Object.fromEntries(
      commands.map(part => [part, sum(all.filter(one => one.parent === process.pid && one.command.includes(part)))]),
    ),
    postgres: sum(all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster)),
  }
}

function readProcesses(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // from the state on, which is the third
    const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) // its own, and of children that ended
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return { pid, parent: Number(fields[1]), seconds: ticks / TICKS_A_SECOND, command }
  } catch {
    return undefined // it has ended meanwhile
  }
}

function findPostmaster(dataDir: string): number {
  const folders = [
    dataDir,
    ...readdirSync(dataDir, { withFileTypes: true }).map(({ name }) => path.join(dataDir, name)),
  ]
  const file = folders.map(folder => path.join(folder, 'postmaster.pid')).find(existsSync)
  if (!file) throw new Error(`no PostgreSQL runs in ${dataDir}`)
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}
