/** Reads `If-Match`: which version was looked at, in quotes; without one, or `*`, any. */
import { refuse } from '@trunkline/platform';

export function versionOf(tag: string | undefined): number | undefined {
  if (tag === undefined || tag === '*') return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(tag) ?? [];
  return version === undefined ? refuse('bad-request', { detail: 'If-Match' }) : Number(version);
}
