// Where the key is kept, as NCALayer names it. The choice is remembered on the device by the script.
import type { Messages } from '../messages/kk.ts'

/** Names of devices are names and are not translated. */
const DEVICES = [
  ['AKKaztokenStore', 'KAZTOKEN'],
  ['AKEToken72KStore', 'eToken 72K'],
  ['AKEToken5110Store', 'eToken 5110'],
  ['AKJaCartaStore', 'JaCarta'],
  ['AKAKEYStore', 'aKey'],
  ['JKS', 'Java KeyStore (.jks)'],
] as const

export function KeyStore({ t }: { t: Messages['ncalayer'] }) {
  return (
    <label>
      {t.store}
      <select data-store autocomplete="off">
        <option value="PKCS12">{t.stores.computer}</option>
        <option value="AKKZIDCardStore">{t.stores.card}</option>
        {DEVICES.map(([store, name]) => (
          <option value={store} lang="en">
            {name}
          </option>
        ))}
        <option value="">{t.stores.unsure}</option>
      </select>
    </label>
  )
}
