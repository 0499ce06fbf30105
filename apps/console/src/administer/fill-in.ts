/** Fills in what a policy of an earlier release does not say yet, with what the schema takes it for. */
import type { PolicyV1 } from '@trunkline/contracts';
import { protectables } from './protectables.ts';

const signs: PolicyV1['signs'] = {
  words: {},
  costlyFrom: null,
  mediaTags: [],
  unsatisfiedContacts: 3,
  sameMatterDays: 30,
  spike: { windowMinutes: 10, atLeast: 8, timesUsual: 3, risingWindows: 3 },
};
const later = { leavesAfterHours: null, fairLimit: null, interrupts: {}, whenGone: 'keep-until-warned' } as const;

const quiet = { pagedWhile: null, notify: [] };
const time = {
  limits: [],
  channelCalendars: {},
  restWithCustomer: ['resolution'],
  onReopening: 'goes-on',
  delays: {
    fromSeconds: 900,
    foreseenFromPercent: 80,
    surelyFromPercent: 95,
    mostInConversation: 2,
    roundToMinutes: 15,
  },
  triggers: {},
} satisfies Partial<PolicyV1['time']>;

const doors = {
  customers: {
    fields: [],
    protects: [...protectables],
    code: { minutes: 10, tries: 3, verifiedHours: 24 },
    joinsFrom: 90,
    proposedFrom: 50,
  },
  chat: { form: [], showsPlace: true, offline: 'form', transcript: true, firstReplies: [] },
  hotline: { languages: ['zh', 'en'], menu: [], instead: 'call-back' },
  mail: { acknowledges: false, failedDmarc: 'mark' },
} satisfies Partial<PolicyV1>;

export function fillIn(policy: PolicyV1): PolicyV1 {
  const { taxonomy, queues, assignment } = policy;
  const topics = taxonomy.topics.map((topic) => ({
    ...topic,
    labels: topic.labels.map((label) => ({ ...label, examples: label.examples ?? { en: [], zh: [] } })),
  }));
  return {
    ...doors,
    ...policy,
    taxonomy: { ...taxonomy, topics, rules: taxonomy.rules ?? [] },
    skills: policy.skills ?? [],
    signs: { ...signs, ...policy.signs },
    queues: queues.map((queue) => ({ ...queue, archived: queue.archived ?? false, priority: queue.priority ?? {} })),
    assignment: { ...later, ...assignment },
    time: { ...time, ...policy.time, ladder: (policy.time?.ladder ?? []).map((level) => ({ ...quiet, ...level })) },
  };
}
