// Builds what is run and what is sent to browsers: dist/otinish.js with its threads' dist/*-worker.js, dist/simulators.js, dist/assets with hashed names.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Our own workspaces are bundled; packages of the registry stay in node_modules. */
export const registryPackagesStayOutside = {
  name: 'registry-packages-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@otinish/') ? undefined : { path, external: true },
    )
  },
}

/** Builds everything; about a third of a second. */
export async function build() {
  const { stop } = await import('esbuild')
  const dist = join(ROOT, 'dist')
  await Promise.all([buildServer(dist), buildAssets(join(dist, 'assets'))])
  await stop() // esbuild's own process would stay beside a running demonstration
}

/** What Node runs. The folder lies inside the project, where the packages of the registry are found. */
export async function buildServer(outdir, more = {}) {
  const { build: esbuild } = await import('esbuild')
  await esbuild({
    entryPoints: {
      otinish: join(ROOT, 'cabinet/src/command.ts'),
      'signature-worker': join(ROOT, 'cabinet/src/signatures/worker.ts'),
      'typeset-worker': join(ROOT, 'cabinet/src/documents/typeset-worker.ts'),
      'archive-worker': join(ROOT, 'cabinet/src/evidence/archive-worker.ts'),
      simulators: join(ROOT, 'simulators/src/main.ts'),
      ...more,
    },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
    plugins: [registryPackagesStayOutside],
  })
}

/** What is sent to browsers, under names that carry its hash. */
export async function buildAssets(outdir) {
  const { build: esbuild } = await import('esbuild')
  rmSync(outdir, { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  const assets = await esbuild({
    entryPoints: browserEntries(),
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  })
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(manifest(assets.metafile), null, 1))
}

function browserEntries() {
  const islands = join(ROOT, 'cabinet/src/islands')
  const entries = readdirSync(islands).filter(name => name.endsWith('.entry.ts'))
  return [
    { in: join(ROOT, 'cabinet/assets/style.css'), out: 'style' },
    { in: join(ROOT, 'cabinet/assets/icon.svg'), out: 'icon' },
    ...entries.map(name => ({ in: join(islands, name), out: basename(name, '.entry.ts') })),
  ]
}

/** From the name a page uses ('sign.js') to the name that is served ('sign.ABCD1234.js'). */
function manifest({ outputs }) {
  const names = Object.keys(outputs).map(path => basename(path))
  return Object.fromEntries(names.map(name => [name.replace(/\.[A-Z0-9]{8}(?=\.)/, ''), name]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
