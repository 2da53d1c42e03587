// In how many parts an SMS travels. 3GPP TS 23.038 §6.1: outside of the seven-bit alphabet a text goes as UCS-2, and
// 3GPP TS 23.040 §9.2.3.24.1: a part of a longer text gives up room for its place among the others.

const SEVEN_BIT = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/

export function smsParts(text: string): number {
  const [alone, together] = SEVEN_BIT.test(text) ? [160, 153] : [70, 67]
  return text.length <= alone ? 1 : Math.ceil(text.length / together)
}
