// What goes wrong on the line between a service of the authority and who asks it.
import type { ServerResponse } from 'node:http'
import type { Fault } from './settings.ts'

const HUGE = 64 * 1024 * 1024 // more than any answer, and than the largest national list
const PIECE = new Uint8Array(64 * 1024)

/** Answers, or fails to, in this way. */
export function commitFault(
  fault: Exclude<Fault, 'slow'>,
  response: ServerResponse,
  { gives, elsewhere }: { readonly gives: string; readonly elsewhere: string },
): void {
  if (fault === 'down') return void response.destroy()
  if (fault === 'error-500') return void response.writeHead(500).end()
  if (fault === 'redirect') return void response.writeHead(307, { location: elsewhere }).end()
  response.writeHead(200, { 'content-type': gives })
  if (fault === 'garbage') return void response.end('<html><body>Қызмет уақытша қолжетімсіз</body></html>')
  pour(response, HUGE)
}

/** As fast as the other side takes it, and no further when it has gone. */
function pour(response: ServerResponse, left: number): void {
  if (response.destroyed) return
  if (left <= 0) return void response.end()
  if (response.write(PIECE)) return void setImmediate(pour, response, left - PIECE.length)
  response.once('drain', () => pour(response, left - PIECE.length))
}
