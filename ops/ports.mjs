// Free ports on the loopback address.
import { createServer } from 'node:net'

/** @param {number} port 0 asks the system for any. @returns {Promise<number | undefined>} undefined when it is taken. */
export function freePort(port = 0) {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
