#!/usr/bin/env node
// The command `eds` as a process: its arguments, its terminal, its exit code.
import { main } from './main.ts'
import { terminal } from './terminal.ts'

// Whoever reads may stop reading (`eds inspect … | head`); the exit code is the answer all the same. An answer that is lost
// for another reason, say on a full disk, is none.
process.stdout.on('error', fault => {
  const reason = 'code' in fault ? fault.code : fault.message
  if (reason === 'EPIPE') return
  process.stderr.write(`eds: the answer cannot be written (${reason})\n`)
  process.exit(64)
})
process.exitCode = await main(process.argv.slice(2), terminal())
