// How a thread begins: the module that does the work may be written in TypeScript.
import { workerData } from 'node:worker_threads'
import { importTypeScript } from '../../bin/import-typescript.mjs'

const { module } = workerData
await (module.startsWith('file:') ? importTypeScript(module) : import(module))
