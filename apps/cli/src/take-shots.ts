/** Takes so many examples of each label: the first by the SHA-1 of their text, so that everybody takes the same. */
import { createHash } from 'node:crypto';
import type { Example } from './read-examples.ts';

export function takeShots(examples: readonly Example[], shots: number): Example[] {
  const taken = new Map<string, number>();
  return examples
    .map((example) => ({ example, hash: createHash('sha1').update(example.text).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .flatMap(({ example }) => {
      const before = taken.get(example.label) ?? 0;
      taken.set(example.label, before + 1);
      return before < shots ? [example] : [];
    });
}
