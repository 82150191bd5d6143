/** Who answers for a commit: an agency, the post acted for, and the key of the person (never the name). */
export interface Author {
  readonly agency: string
  readonly post: string
  readonly person: string
}
