/** A link that may be shown: http or https, and short enough to keep; null for whatever else stands there. */
export function onlyHttp(link: string | null): string | null {
  if (link === null || link.length > 2048 || !URL.canParse(link)) return null;
  return ['http:', 'https:'].includes(new URL(link).protocol) ? link : null;
}
