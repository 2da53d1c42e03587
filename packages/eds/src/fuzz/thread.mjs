// How a thread begins: Node 20 runs no TypeScript, so tsx is registered before the module that does the work is loaded.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.module)
