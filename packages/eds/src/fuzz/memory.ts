// What a thread holds when everything that it let go is swept up.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Octets of the heap and of the buffers beside it that are still reachable. Takes some milliseconds. */
export function retainedBytes(): number {
  sweep()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** V8 hands its collector out only to contexts that are made after the flag is set. */
function sweep(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
