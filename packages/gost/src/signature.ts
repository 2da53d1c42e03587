// A signature as two numbers, before any layout. GOST R 34.10-2012 §6.1 (RFC 7091 §6.1).

/** Both are in 1 … q−1 when a layout has read them; `verifyDigest` answers false for anything else. */
export type Signature = { readonly r: bigint; readonly s: bigint }
