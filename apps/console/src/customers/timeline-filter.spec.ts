/** What a timeline shows of all that was said. */
import type { TimelineItem } from '@trunkline/contracts';
import { beginsRun, choicesOf, everything, isShown } from './timeline-filter.ts';

const item = (conversationId: string, channel: string, what: TimelineItem['what']) =>
  ({ conversationId, channel, what }) as TimelineItem;
const items = [
  item('b', 'sms', 'message'),
  item('b', 'sms', 'ticket'),
  item('a', 'email', 'message'),
  item('b', 'sms', 'event'),
];

test('nothing chosen shows everything', () => {
  expect(items.filter((one) => isShown(everything, one))).toHaveLength(4);
});

test('a channel and a kind narrow it together', () => {
  expect(items.filter((one) => isShown({ channel: 'sms', what: 'message' }, one))).toEqual([items[0]]);
});

test('only what there is can be chosen, calls before tickets before facts', () => {
  expect(choicesOf(items)).toEqual({ channels: ['email', 'sms'], whats: ['message', 'ticket', 'event'] });
});

test('each run of one conversation has one head', () => {
  expect(items.map((_one, index) => beginsRun(items, index))).toEqual([true, false, true, true]);
});
