/** The policy's version that an `If-Match` header names; absent or `*` means any. */
import { refuse } from '@trunkline/platform';

export function versionOfTag(tag: string | undefined): number | undefined {
  if (tag === undefined || tag.trim() === '*') return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(tag.trim()) ?? [];
  return version === undefined ? refuse('bad-request', { detail: 'If-Match' }) : Number(version);
}
