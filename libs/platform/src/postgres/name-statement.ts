/** Names statements, so that a connection parses and plans each of them once. */

/** More than the house has: a text that is put together anew each time must not fill the server's memory. */
const most = 400;
const names = new Map<string, string>();

/** Undefined where there are too many: then it is parsed each time. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
