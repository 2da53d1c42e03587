// The shape of chromium.mjs, for the bench written in TypeScript.
/** The path of a browser; as root on Debian it is installed when there is none. */
export function ensureChromium(): string
