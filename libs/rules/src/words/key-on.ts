/** The key of a text on a channel: `closing-call` where there is one for calls, else `closing`. */
import type { PolicyV1, Standard } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';

/** A desk may write one of its own for any text and channel, and switch it off by leaving it empty. */
export function keyOn(key: string, standard: Standard, { texts }: Pick<PolicyV1, 'texts'>): string {
  const own = `${key}-${standard}`;
  return own in texts || own in shipped ? own : key;
}
