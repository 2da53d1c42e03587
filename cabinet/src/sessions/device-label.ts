// How a device is named to its person: «Chrome, Windows». Only words of this list: whatever else a browser says is not shown.

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // In this order: most call themselves Chrome and Safari too.
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(OPR|Opera|OPiOS|OPT)\//, 'Opera'],
  [/\b(Edg|EdgA|EdgiOS|Edge)\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bMiuiBrowser\//, 'Mi Browser'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

export const UNKNOWN_DEVICE = '—'

/** From the User-Agent of a browser. */
export function deviceLabel(agent: string): string {
  const found = [BROWSERS, SYSTEMS].flatMap(list => list.find(([sign]) => sign.test(agent))?.[1] ?? [])
  return found.join(', ') || UNKNOWN_DEVICE
}
