/** Fills in what a policy of an earlier release does not say yet, with what the schema takes it for. */
import type { PolicyV1 } from '@trunkline/contracts';

const signs: PolicyV1['signs'] = {
  words: {},
  costlyFrom: null,
  mediaTags: [],
  unsatisfiedContacts: 3,
  sameMatterDays: 30,
  spike: { windowMinutes: 10, atLeast: 8, timesUsual: 3, risingWindows: 3 },
};
const later = { leavesAfterHours: null, fairLimit: null, interrupts: {}, whenGone: 'keep-until-warned' } as const;

export function fillIn(policy: PolicyV1): PolicyV1 {
  const { taxonomy, queues, assignment } = policy;
  const topics = taxonomy.topics.map((topic) => ({
    ...topic,
    labels: topic.labels.map((label) => ({ ...label, examples: label.examples ?? { en: [], zh: [] } })),
  }));
  return {
    ...policy,
    taxonomy: { ...taxonomy, topics, rules: taxonomy.rules ?? [] },
    skills: policy.skills ?? [],
    signs: { ...signs, ...policy.signs },
    queues: queues.map((queue) => ({ ...queue, archived: queue.archived ?? false, priority: queue.priority ?? {} })),
    assignment: { ...later, ...assignment },
  };
}
