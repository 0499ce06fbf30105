/** A customer's other contacts, each with the word whether it is about the same matter, and why. */
import type { ConversationId, Matter, PolicyV1 } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { sameMatter } from '@trunkline/rules';
import { readContacts, readTies } from './outcomes.store.ts';

const most = 20;

export async function showMatter(postgres: Postgres, id: ConversationId, policy: PolicyV1): Promise<Matter> {
  const [mine, ...others] = await readContacts(postgres, id, most + 1);
  if (!mine) refuse('not-found');
  const ties = await readTies(postgres, id);
  const items = others.map((other) => {
    const verdict = sameMatter(mine, other, { ties, policy });
    const values: Record<string, string> = 'number' in verdict ? { number: verdict.number } : {};
    const { conversationId, satisfied, lastWords, lastAt } = other;
    const because = { code: verdict.because, values };
    return { conversationId, kind: verdict.kind, because, satisfied, lastWords, lastAt };
  });
  return { items, next: null };
}
