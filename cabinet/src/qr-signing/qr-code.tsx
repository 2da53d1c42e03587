// The QR code as inline SVG: dark on white in every theme.
import { html } from 'hono/html'
import { qrPath } from './qr-path.ts'

type Props = { readonly text: string; readonly label: string }

export function QrCode({ text, label }: Props) {
  const { path, size } = qrPath(text)
  return html`<svg class="qr-code" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"
><path fill="#fff" d="M0 0h${size}v${size}H0z"></path><path fill="#000" d="${path}"></path></svg>`
}
