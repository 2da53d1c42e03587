#!/usr/bin/env node
// The command `eds`. Node 20 runs no TypeScript, so tsx is registered before the program is loaded.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../src/command/main.ts')
const { terminal } = await import('../src/command/terminal.ts')
// Whoever reads may stop reading (`eds inspect … | head`); the exit code is the answer all the same.
process.stdout.on('error', fault => {
  if (fault.code !== 'EPIPE') throw fault
})
process.exitCode = main(process.argv.slice(2), terminal())
