// The same signature beside its document instead of around it. RFC 5652 §5.2: eContent is optional, and nothing that is signed
// (§5.4) depends on whether it is there.
import { readSignedData } from '../cms/signed-data.ts'
import { insideOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { element, sequence } from '../der/write.ts'

/**
 * The CMS without its content; every SignerInfo, certificate and other field stays octet for octet. One that has no content is
 * answered as it is. Throws DerError, EdsError for what is not a SignedData in DER.
 */
export function detachContent(cms: Uint8Array): Uint8Array {
  if (readSignedData(cms).content === undefined) return cms
  const root = readDer(cms)
  const [type, wrapper] = root.children
  const [version, digests, content, ...rest] = wrapper ? insideOf(wrapper, SEQUENCE).children : []
  const [contentType] = content?.children ?? []
  if (!type || !version || !digests || !contentType) throw new RangeError('it was read a moment ago')
  const detached = [version.encoded, digests.encoded, sequence(contentType.encoded), ...rest.map(part => part.encoded)]
  return sequence(type.encoded, element(constructedContext(0), sequence(...detached)))
}
