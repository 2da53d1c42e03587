// What can be wrong with a key file.

export type KeyFileFault = 'wrong-password' | 'not-a-key-file' | 'unsupported'

/** A key file that cannot be opened. The message never carries the password or anything of the key. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
  readonly code: KeyFileFault

  constructor(code: KeyFileFault, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.code = code
  }
}
