// Servers of the simulators: only on the loopback address, with one sentence when the port is taken.
import type { Server } from 'node:http'
import type { AddressInfo, Server as SocketServer } from 'node:net'

/** The port is taken by another program. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError'
  readonly port: number

  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} of 127.0.0.1 is taken by another program. Stop it or choose another port.`, options)
    this.port = port
  }
}

/** Starts listening on 127.0.0.1 and answers the port; 0 asks for any free one. Throws PortBusyError. */
export function listen(server: SocketServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortBusyError(port, { cause }) : cause)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** Stops a server and whoever is still connected to it. */
export function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
