import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

/** An Ed25519 key of an agency (RFC 8032). The public half is 32 bytes in base64url, as JWK and browsers take it. */
export interface SealKey {
  readonly publicKey: string
  /** PEM (PKCS #8): a secret. */
  readonly privateKey: string
}

export function newSealKey(): SealKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
  }
}

/** The seal of a text, in base64url: the same for the same text and key, always. */
export function sealText(text: string, privateKey: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64url')
}

/** Whether a seal is that key's on that text; false too where key or seal is no such thing. */
export function sealHolds(text: string, seal: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(seal, 'base64url'))
  } catch {
    return false
  }
}
