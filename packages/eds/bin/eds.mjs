#!/usr/bin/env node
// The command `eds` as it runs in development. Node 20 runs no TypeScript, so tsx is registered before the program is loaded.
import { register } from 'tsx/esm/api'

register()
await import('../src/command/eds.ts')
