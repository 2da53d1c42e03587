// Signing with eGov Mobile by a code.

export const qrSigning = {
  title: 'Подписание через eGov Mobile',
}
