// Text that came from a file, made harmless for a terminal.

/** Control and other invisible characters as \u{…}, so that a name can neither move the cursor nor hide. */
export function printable(line: string): string {
  return line.replaceAll(/\p{C}/gu, hidden => `\\u{${hidden.codePointAt(0)?.toString(16)}}`)
}
