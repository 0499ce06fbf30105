/** Fills the holes of a text: `{agent}` by its value, a hole without one by nothing. */
export function fillText(text: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  return text.replace(/\{([\w.-]+)\}/g, (_hole, name: string) => String(values[name] ?? ''));
}
