// What a new demonstration is filled with: the fund's applications, and a person who has a password.
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './child.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SERVICE = join(ROOT, 'dist/otinish.js')
const SIMULATORS = join(ROOT, 'dist/simulators.js')

/** Who can sign in by a password from the start. */
export const DEMO_ACCOUNT = {
  iin: '851315400107',
  mail: 'aigerim@example.kz',
  phone: '+77010000001',
  password: 'Жеті қазына 2026!',
}

/** A key for the simulated fund's core, once. Beside the simulators' first start, since both make things for a while. */
export async function makeCoreKey(dataDir, env) {
  const key = coreKeyIn(dataDir)
  if (existsSync(key)) return
  const scopes = 'intake,execution,status'
  await runChild([SERVICE, 'core-key', 'add', '--name', 'fund-core', '--scopes', scopes, '--out', key], {
    env,
    cwd: ROOT,
  })
}

/** The fund's core sends its applications, and the first person gets a password; once. */
export async function fill({ dataDir, env, url }) {
  const done = join(dataDir, 'filled')
  if (existsSync(done)) return
  const data = join(dataDir, 'simulators')
  const core = ['--core-url', url, '--core-key-file', coreKeyIn(dataDir)]
  const { iin, mail, phone, password } = DEMO_ACCOUNT
  await Promise.all([
    runChild([SIMULATORS, 'seed', ...core, '--data', data], { env, cwd: ROOT }),
    runChild([SERVICE, 'demo-account', '--iin', iin, '--mail', mail, '--phone', phone], {
      env,
      cwd: ROOT,
      input: password,
    }),
  ])
  writeFileSync(done, '')
}

function coreKeyIn(dataDir) {
  return join(dataDir, 'core-key')
}
