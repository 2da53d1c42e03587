// A child process that says on its standard output, in one line of JSON, when it is ready.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const PATIENCE = 60_000 // a first start makes keys and a database

/**
 * Starts `node …args` in a process group of its own, so that Ctrl-C reaches the launcher alone, which stops its children in order.
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string, isReady: (line: object) => boolean, onLine?: (line: string) => void }} options
 * @returns {Promise<{ ready: any, exited: Promise<number>, stop: () => Promise<void>, kill: () => void }>}
 */
export async function startChild(args, { env, cwd, isReady, onLine = () => {} }) {
  const child = spawn(process.execPath, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise(resolve => child.once('exit', code => resolve(code ?? 1)))
  const complaints = []
  createInterface({ input: child.stderr }).on('line', line => {
    complaints.push(line)
    onLine(line)
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await exited
    clearTimeout(hard)
  }
  const ready = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${args[0]} was not ready in ${PATIENCE / 1000} s`)), PATIENCE)
    createInterface({ input: child.stdout }).on('line', line => {
      const said = parse(line)
      if (said && isReady(said)) resolve(said)
      else onLine(line)
    })
    exited.then(() => reject(new Error(complaints.join('\n') || `${args[0]} ended before it was ready`)))
    exited.then(() => clearTimeout(late))
  }).catch(async error => {
    await stop()
    throw error
  })
  return { ready, exited, stop, kill: () => child.kill('SIGKILL') }
}

/** Runs `node …args` to its end; `input` is what it reads. */
export function runChild(args, { env, cwd, input = '' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, cwd, stdio: ['pipe', 'ignore', 'pipe'] })
    child.stdin.on('error', () => {}) // it ended without reading
    child.stdin.end(input)
    let complaint = ''
    child.stderr.on('data', text => {
      complaint += text
    })
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(complaint.trim() || `${args[1]} failed`))))
  })
}

function parse(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
