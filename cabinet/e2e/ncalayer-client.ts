// Asks the simulated NCALayer for a signature as a program would that has no browser.
import { WebSocket } from 'ws'

export const SIGNING = '1.3.6.1.5.5.7.3.4'
export const AUTHENTICATION = '1.3.6.1.5.5.7.3.2'

/** The CMS over `data` (base64 in, PEM or base64 out). Rejects with NCALayer's frame when it does not sign. */
export function signThroughNcaLayer(
  url: string,
  data: string,
  usage: string,
  { encapsulate = true }: { encapsulate?: boolean } = {},
): Promise<string> {
  const request = {
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      format: 'cms',
      data,
      signingParams: { decode: true, encapsulate, digested: false },
      signerParams: { extKeyUsageOids: [usage], chain: null },
      locale: 'kk',
    },
  }
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.on('error', reject)
    socket.on('message', message => {
      const frame = JSON.parse(String(message))
      if (frame.result?.version) return socket.send(JSON.stringify(request))
      socket.close()
      const [cms] = [frame.body?.result].flat()
      return cms ? resolve(cms) : reject(new Error(JSON.stringify(frame)))
    })
  })
}
