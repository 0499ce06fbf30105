/** A28 a third submission is none because another ticket is opened for it. */
import { defaultPolicy } from '../policy/default-policy.ts';
import type { Contact, Tie } from '../sensitive/same-matter.ts';
import { whichSubmissions } from './which-submissions.ts';

const at = '2026-11-23T09:00:00.000Z';
const contact = (conversationId: string, text: string, label: string | null = null): Contact => ({
  conversationId,
  text,
  label,
  at,
});
const inHand = contact('now', 'The refund for order 4711007 is wrong again');
const untied: Tie[] = [{ one: 'before', other: 'now', tied: false }];
const tied: Tie[] = [{ one: 'before', other: 'now', tied: true }];

test.each<[string, string | null, string, Contact, Tie[], boolean]>([
  ['the same ticket is the same matter', 'T1', 'T1', contact('before', 'hello'), untied, true],
  ['the same order number under another ticket, too', null, 'T1', contact('before', 'order 4711007'), [], true],
  ['the same conversation', null, 'T1', contact('now', ''), [], true],
  ['what an agent tied', null, 'T1', contact('before', 'hello'), tied, true],
  ['not what an agent untied', null, 'T1', contact('before', 'order 4711007'), untied, false],
  ['not another order', null, 'T1', contact('before', 'order 5822118'), [], false],
])('A28 %s', (_sentence, ticketId, theirs, before, ties, isCounted) =>
  expect(
    whichSubmissions(
      [{ ticketId: theirs, contact: before }],
      { ticketId, contacts: [inHand] },
      { ties, policy: defaultPolicy },
    ),
  ).toHaveLength(isCounted ? 1 : 0),
);
