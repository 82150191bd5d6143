/** What was entered in a field, without white space at both ends; empty where there is none, or it is a file. */
export function entered(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
