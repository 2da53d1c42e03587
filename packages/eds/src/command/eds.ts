#!/usr/bin/env node
// The command `eds` as a process: its arguments, its terminal, its exit code.
import { main } from './main.ts'
import { terminal } from './terminal.ts'

// Whoever reads may stop reading (`eds inspect … | head`); the exit code is the answer all the same.
process.stdout.on('error', fault => {
  if (!('code' in fault) || fault.code !== 'EPIPE') throw fault
})
process.exitCode = await main(process.argv.slice(2), terminal())
