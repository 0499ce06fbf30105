/** Which canned answers, trees and macros are for a conversation, and what the answers say to its customer. */
import type { Conversation, Guides, PolicyV1, StaffV1, TreeWalk } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { isAbout } from '../policy/is-about.ts';
import { spokenIn } from '../transfer/word-transfer.ts';
import { fillText } from '../words/fill-text.ts';

type Asked = {
  page: Pick<Conversation, 'label' | 'queue' | 'standard' | 'language' | 'customer'>;
  person: Pick<StaffV1, 'name' | 'number'>;
  /** Of its newest open ticket: `T-1042`. */
  ticket: string | null;
  walks: readonly TreeWalk[];
};

/** The holes that a canned answer may have (`procedures.v1`). */
export const cannedHoles = ['customer', 'agent', 'number', 'desk', 'ticket'] as const;

export function whichGuides({ page, person, ticket, walks }: Asked, policy: PolicyV1): Guides {
  const { label, queue, standard, language, customer } = page;
  const found = findLabel(label, policy);
  const matter = { topic: found?.topic.code ?? null, label, kind: found?.label.kind ?? null };
  const spoken = spokenIn(language, policy);
  const values = {
    customer: customer.name,
    agent: person.name,
    number: person.number,
    desk: policy.desk.name[spoken],
    ticket,
  };
  const isHere = (queues: readonly string[]) => queues.length === 0 || queues.includes(queue);
  return {
    canned: policy.canned
      .filter(({ queues, standards }) => isHere(queues) && (standards.length === 0 || standards.includes(standard)))
      .map(({ code, name, text, shortcut }) => ({ code, name, shortcut, text: fillText(text[spoken], values) })),
    trees: policy.trees
      .filter(({ when }) => isAbout(when, matter))
      .map((tree) => ({ ...tree, walked: walks.find((walk) => walk.tree === tree.code) ?? null })),
    macros: policy.macros
      .filter(({ queues }) => isHere(queues))
      .map(({ code, name, changesAccount, steps }) => ({ code, name, changesAccount, steps })),
  };
}
