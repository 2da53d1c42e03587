// Installs the packages of the lock file when they are missing or older than it. No dependency: it runs before there is any.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LOWEST_NODE = [20, 19]

/** @param {string} root the folder of package-lock.json */
export function ensureInstalled(root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1]))
    throw new Error(`Otinish needs Node ${LOWEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)

  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules', '.otinish-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return

  console.log('Installing packages …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (npm.status !== 0) throw new Error('npm ci failed: see its message above.')
  writeFileSync(mark, wanted)
}
