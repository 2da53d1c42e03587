// Makes a library fit for others before `npm pack` and `npm publish`: JavaScript and declarations in dist/, and a package.json
// that points there (its publishConfig, which npm does not apply by itself). Afterwards package.json is as it was.
// In development nothing is built: the other workspaces import the sources.
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = dirname(fileURLToPath(import.meta.url))
const HERE = process.cwd() // npm runs a package's scripts in its folder
const MANIFEST = join(HERE, 'package.json')
const KEPT = join(HERE, 'package.development.json') // only while packing

const steps = { before, after }
const step = steps[process.argv[2]]
if (!step) throw new Error('pack.mjs before|after')
step()

function before() {
  if (existsSync(KEPT)) after() // an earlier packing did not end
  if (read(MANIFEST).name !== `@otinish/${basename(HERE)}`) throw new Error(`${HERE} is not one of the libraries`)
  build()
  copyFileSync(join(dirname(PACKAGES), 'LICENSE'), join(HERE, 'dist', 'LICENSE'))
  copyFileSync(MANIFEST, KEPT)
  const { publishConfig, scripts, ...manifest } = read(MANIFEST)
  writeFileSync(
    MANIFEST,
    `${JSON.stringify({ ...manifest, ...publishConfig, scripts: { postpack: scripts.postpack } }, null, 2)}\n`,
  )
}

function after() {
  copyFileSync(KEPT, MANIFEST)
  rmSync(KEPT)
}

/** tsc follows imports into the other library's sources too; only this one's part is kept. */
function build() {
  const out = mkdtempSync(join(tmpdir(), 'otinish-pack-'))
  const tsc = join(dirname(PACKAGES), 'node_modules', '.bin', 'tsc')
  const { status } = spawnSync(tsc, ['-p', 'tsconfig.pack.json', '--outDir', out], {
    cwd: HERE,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('tsc failed')
  rmSync(join(HERE, 'dist'), { recursive: true, force: true })
  cpSync(join(out, basename(HERE), 'src'), join(HERE, 'dist'), { recursive: true })
  rmSync(out, { recursive: true })
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
