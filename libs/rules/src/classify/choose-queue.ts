/** Says which skill group a conversation belongs to: the first routing rule that matches, else the policy's last word. */
import type { Kind, PolicyV1, Standard } from '@trunkline/contracts';

export type Matter = {
  standard: Standard;
  /** The door it came through: a mailbox, a site, a number. */
  account: string;
  topic: string | null;
  label: string | null;
  kind: Kind | null;
  language: string;
};
/** `rule` counts from 0; null where none matched. */
export type QueueChoice = { queue: string; rule: number | null };

const fields = ['standard', 'account', 'topic', 'label', 'kind', 'language'] as const;

export function chooseQueue(matter: Matter, policy: PolicyV1): QueueChoice {
  const rule = policy.routing.rules.findIndex((each) =>
    fields.every((field) => each[field] === undefined || each[field] === matter[field]),
  );
  const chosen = policy.routing.rules[rule];
  return chosen ? { queue: chosen.queue, rule } : { queue: policy.routing.otherwise, rule: null };
}
