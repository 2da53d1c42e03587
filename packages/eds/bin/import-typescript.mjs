// Imports a program written in TypeScript, which Node 20 does not run, as one module bundled in memory: in a fifth of the
// time of a loader that translates file by file, and without what that adds to each function.
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'

/** `entry` is a file: URL; what it imports may be sources of ours and modules of Node. */
export async function importTypeScript(entry) {
  const file = fileURLToPath(entry)
  const bundled = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    footer: { js: `//# sourceURL=${basename(file)}` }, // else a stack would name the whole text
  })
  await stop()
  return import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`)
}
