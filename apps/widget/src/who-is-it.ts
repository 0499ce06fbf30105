/** Says whose chat this is: the person a host site's token names, or this browser's own visitor. */

/** Read for keeping people's words apart only: whether a token holds is for the desk to say. */
export function whoIsIt(jwt: string | undefined): string {
  const body = jwt?.split('.')[1];
  if (!body) return 'visitor';
  try {
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' ? `sub:${sub}` : 'visitor';
  } catch {
    return 'visitor';
  }
}
