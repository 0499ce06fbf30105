/** One difference in a line, with old and new. */
import type { PolicyChange } from '@trunkline/contracts';

const signs = { added: '+', removed: '-', changed: '~', moved: '↕' } as const;

export function sayChange({ path, kind, from, to }: PolicyChange): string {
  const [was, is] = [from, to].map((side) => JSON.stringify(side));
  const what = kind === 'added' ? is : kind === 'removed' ? was : `${was} → ${is}`;
  return `${signs[kind]} ${path}  ${what}`;
}
