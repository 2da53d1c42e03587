// What a browser brings along when somebody signs in.

export type Visitor = {
  readonly session: string | undefined // the session that this browser had: it ends with the new one
  readonly device: string | undefined // the secret by which this device is known again
  readonly agent: string // User-Agent, cut to 300 characters
  readonly address: string // of the client, as the nearest trusted proxy tells it
}
