import { asLatin1 } from './detect.ts'

const wide = (name: string) => Buffer.from(name, 'utf16le').toString('latin1')

/** A compound file (old Office) that holds a new Office file behind a password. */
export const isEncryptedOle = (bytes: Uint8Array): boolean =>
  asLatin1(bytes).includes(wide('EncryptedPackage'))

/** A compound file of Word 97–2003; Excel and others have other streams. */
export const isOldWord = (bytes: Uint8Array): boolean => asLatin1(bytes).includes(wide('WordDocument'))
