// Signing with eGov Mobile by a code.

export const qrSigning = {
  title: 'eGov Mobile арқылы қол қою',
}
