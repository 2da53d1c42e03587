// The QR code as inline SVG: dark on white in every theme, with the quiet zone that scanners need (ISO/IEC 18004 §5.3.8).
import { encode } from 'uqr'

const QUIET = 4 // modules on each side

type Props = { readonly text: string; readonly label: string }

/** Error correction M: a smudge on the screen is survived, and the modules stay large (protocol §1.1). */
export function QrCode({ text, label }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const whole = size + 2 * QUIET
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${whole} ${whole}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${whole}v${whole}H0z`} />
      <path fill="#000" d={data.map((row, y) => runs(row, y + QUIET)).join('')} />
    </svg>
  )
}

/** The dark modules of a row, neighbours as one bar: a tenth of the size of a square for each. */
function runs(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    const length = x - from + 1
    path += `M${from + QUIET} ${y}h${length}v1h-${length}z`
  }
  return path
}
