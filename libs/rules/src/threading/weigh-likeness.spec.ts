/** A mail that lost its references finds its thread; what only looks alike does not. */
import { isSubjectChanged, stripSubject } from './strip-subject.ts';
import { type Likened, likenessJoinsFrom, weighLikeness } from './weigh-likeness.ts';

const there: Likened = {
  subject: 'Parcel is late',
  text: 'Where is it?',
  name: 'Li Wei',
  account: 'support@desk.test',
  at: '2026-11-20T10:00:00.000Z',
};
const mail: Likened = { ...there, subject: 'Re: Parcel is late', text: 'Any news?', at: '2026-11-21T10:00:00.000Z' };

test.each<[string, Partial<Likened>, Partial<Likened>, boolean]>([
  ['an answer that lost its references goes on', {}, {}, true],
  ['in Chinese too', { subject: '回复:订单没到' }, { subject: '订单没到' }, true],
  ['also under a gate’s tag', { subject: '[EXTERNAL] AW: RE: Parcel is late' }, {}, true],
  ['a new mail of the same subject is a new matter', { subject: 'Parcel is late' }, {}, false],
  [
    'unless both name the same order',
    { subject: 'Parcel is late', text: 'Order AB-10023, please' },
    { text: 'order ab10023' },
    true,
  ],
  ['another order is another matter', { text: 'Order AB-10024' }, { text: 'Order AB-10023' }, false],
  ['a form that writes for many people joins nobody’s', { name: 'Wang Fang' }, {}, false],
  ['a subject that says nothing says nothing', { subject: 'Re: Question' }, { subject: 'Question' }, false],
  ['another subject is another matter', { subject: 'Re: My invoice' }, {}, false],
  ['two months are too long', { at: '2027-01-21T10:00:00.000Z' }, {}, false],
  ['another mailbox of the desk is another door', { account: 'billing@desk.test' }, {}, false],
  ['a passed-on mail is no answer', { subject: 'Fwd: Parcel is late' }, {}, false],
])('%s', (_sentence, ofMail, ofConversation, joins) => {
  const { score, evidence } = weighLikeness({ ...mail, ...ofMail }, { ...there, ...ofConversation });
  expect({ joins: score >= likenessJoinsFrom, evidence }).toEqual({ joins, evidence });
});

test.each([
  ['Re: Re[2]: AW: Late', 'late', true],
  ['回复：转发：退款', '退款', true],
  ['[EXT] Fwd: Late', 'late', false],
  ['Antw: 返信: x', 'x', true],
  ['Return: wrong size', 'return: wrong size', false],
  [null, '', false],
])('of %s the subject is "%s"', (subject, bare, answers) => expect(stripSubject(subject)).toEqual({ bare, answers }));

test.each([
  ['Re: Parcel is late', 'Parcel is late', false],
  ['Parcel is late - solved, thanks', 'Parcel is late', false],
  ['[Ticket #4711] Parcel late', 'Parcel is late', false],
  [null, 'Parcel is late', false],
  ['Invoice for November', 'Parcel is late', true],
  ['回复:发票抬头', '订单没到', true],
])('%s over %s: changed is %s', (one, other, changed) => expect(isSubjectChanged(one, other)).toBe(changed));
