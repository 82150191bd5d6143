/** A sentence for the user in both languages: Vietnamese first, English beside. */
export interface Words {
  readonly vi: string
  readonly en: string
}
