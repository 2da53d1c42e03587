// For tests: a page's socket to NCALayer, with the frames that came in the order in which they came.
import { once } from 'node:events'
import { WebSocket } from 'ws'

export type PageSocket = {
  send(frame: unknown): void // an object goes as JSON, a string as it stands
  next(): Promise<string> // the next frame; rejects when the socket closes first
  json(): Promise<unknown>
  ask(frame: unknown): Promise<unknown> // sends and reads the next frame as JSON
  close(): void
}

/** Connected, with nothing read yet: the greeting is the first `next()`. */
export async function openPageSocket(url: string, origin = 'http://127.0.0.1:8080'): Promise<PageSocket> {
  const socket = new WebSocket(url, { origin })
  const arrived: string[] = []
  const readers: { resolve(text: string): void; reject(error: Error): void }[] = []
  let closed: Error | undefined

  socket.on('message', message => {
    const text = String(message)
    const reader = readers.shift()
    if (reader) reader.resolve(text)
    else arrived.push(text)
  })
  socket.on('close', code => {
    closed = new Error(`closed ${code}`)
    for (const reader of readers.splice(0)) reader.reject(closed)
  })
  await once(socket, 'open')

  const next = () => {
    const text = arrived.shift()
    if (text !== undefined) return Promise.resolve(text)
    if (closed) return Promise.reject(closed)
    return new Promise<string>((resolve, reject) => readers.push({ resolve, reject }))
  }
  const send = (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  const json = async () => JSON.parse(await next()) as unknown
  return {
    send,
    next,
    json,
    ask(frame) {
      send(frame)
      return json()
    },
    close: () => socket.terminate(),
  }
}
