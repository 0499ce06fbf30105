/** What cannot work is found before anybody relies on it. */
import type { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from './default-policy.ts';
import { demoPolicy } from './demo-policy.ts';
import { lintPolicy } from './lint-policy.ts';

const change = (make: (draft: PolicyV1) => void) => {
  const draft = structuredClone(defaultPolicy);
  make(draft);
  return draft;
};

test.each([
  ['the default', defaultPolicy],
  ['the demo’s', demoPolicy],
])('%s policy has nothing to find', (_name, policy) => expect(lintPolicy(policy)).toEqual([]));

test.each<[string, (draft: PolicyV1) => void]>([
  [
    'routing rule 1 leads to gone, which is not there',
    (draft) => Object.assign(draft.routing.rules[0]!, { queue: 'gone' }),
  ],
  [
    'routing otherwise leads to gone, which is not there',
    (draft) => Object.assign(draft.routing, { otherwise: 'gone' }),
  ],
  [
    'routing rule 4 names the label gone, which is not there',
    (draft) => Object.assign(draft.routing.rules[3]!, { label: 'gone' }),
  ],
  [
    'queue service names the calendar gone, which is not there',
    (draft) => Object.assign(draft.queues[0]!, { calendar: 'gone' }),
  ],
  [
    'queues widen in a circle: service → payments → service',
    (draft) => Object.assign(draft.queues[0]!, { widensTo: 'payments' }),
  ],
  ['calendar office-cn is never open', (draft) => Object.assign(draft.calendars['office-cn']!, { hours: {} })],
  [
    'calendar office-cn names the zone Mars/Base, which is not there',
    (draft) => Object.assign(draft.calendars['office-cn']!, { tz: 'Mars/Base' }),
  ],
])('found: %s', (sentence, make) => expect(lintPolicy(change(make))).toContain(sentence));
