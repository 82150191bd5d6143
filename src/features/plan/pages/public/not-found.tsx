import { data } from 'react-router'

/** Every address that is no other page: the layout answers it in the language of the address. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export default function NotFound() {
  return null
}
