// OpenSSL with gost-engine as another process, in a folder of its own.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const ABSENT =
  'OpenSSL with gost-engine is not here; on Debian: apt-get install openssl libengine-gost-openssl\n'

export type Result = { readonly ok: boolean; readonly stdout: Buffer; readonly stderr: string }

export type OpenSsl = {
  readonly folder: string
  /** The path of a new file in the folder. */
  readonly write: (name: string, content: Uint8Array | string) => string
  readonly run: (options: readonly string[], input?: Uint8Array) => Promise<Result>
  readonly remove: () => void
}

/** The engine is loaded for every algorithm; a request takes its name from the command line. */
const CONFIGURATION = `openssl_conf = main
[main]
engines = engines
[engines]
gost = gost
[gost]
default_algorithms = ALL
[req]
distinguished_name = name
x509_extensions = extensions
prompt = no
[name]
CN = differential
[extensions]
subjectKeyIdentifier = hash
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[signer]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
`

export function hasGostEngine(): boolean {
  return spawnSync('openssl', ['engine', '-t', 'gost'], { encoding: 'utf8' }).stdout?.includes('[ available ]') ?? false
}

export function openSsl(): OpenSsl {
  const folder = mkdtempSync(path.join(tmpdir(), 'eds-differential-'))
  const write = (name: string, content: Uint8Array | string): string => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const configuration = write('openssl.cnf', CONFIGURATION)
  const env = { ...process.env, OPENSSL_CONF: configuration }
  return {
    folder,
    write,
    run: (options, input) => run(options, env, input),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** What must not fail, such as making a key. Throws with what openssl printed. */
export async function mustRun({ run }: OpenSsl, options: readonly string[], input?: Uint8Array): Promise<Buffer> {
  const { ok, stdout, stderr } = await run(options, input)
  if (!ok) throw new Error(`openssl ${options[0]}: ${stderr}`)
  return stdout
}

const LANES = 2 // processes at once: as many as the smallest machine has cores

/** The work for 0 … count − 1, so many at once. */
export async function inLanes(count: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

function run(options: readonly string[], env: NodeJS.ProcessEnv, input?: Uint8Array): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn('openssl', options, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', status =>
      resolve({ ok: status === 0, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    )
    child.stdin.on('error', () => {}) // it may end before it has read everything
    child.stdin.end(input)
  })
}
