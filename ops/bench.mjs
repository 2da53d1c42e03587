// Runs a benchmark as the service runs: bundled, beside the bundled threads. node ops/bench.mjs <file.ts>
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as esbuild } from 'esbuild'
import { build, registryPackagesStayOutside } from './build.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const [, , source = ''] = process.argv
const outfile = join(ROOT, 'dist', `bench-${basename(source, '.ts')}.js`)
await build()
await esbuild({
  entryPoints: [join(ROOT, source)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  plugins: [registryPackagesStayOutside],
})
await import(pathToFileURL(outfile).href)
