#!/usr/bin/env node
// The command `eds` as it runs in development; whoever installs the package gets it built.
import { importTypeScript } from './import-typescript.mjs'

await importTypeScript(new URL('../src/command/eds.ts', import.meta.url))
