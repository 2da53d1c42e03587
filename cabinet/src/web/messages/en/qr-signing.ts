// Signing with eGov Mobile by a code.

export const qrSigning = {
  title: 'Signing with eGov Mobile',
}
