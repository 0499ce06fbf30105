/** A23: the steps of a complaint in their order, and what each has to record. */
import type { ComplaintStepTaken, NewComplaintStep } from '@trunkline/contracts';
import { nextComplaintStep, takeStep } from './take-step.ts';

const now = '2026-11-23T10:00:00.000Z';
const content = 'The parcel came broken and nobody answered me';
type Taken = Pick<ComplaintStepTaken, 'step' | 'agreement' | 'result'>;
const agreed = { agreed: true, how: 'call', at: '2026-11-23T09:00:00.000Z', words: 'Yes, do that' } as const;
const whole: NewComplaintStep[] = [
  { step: 'receive', text: 'x' },
  { step: 'record', text: 'x' },
  { step: 'first-contact', text: 'I am sorry that the parcel came broken.' },
  { step: 'classify', text: '', severity: 'high' },
  { step: 'investigate', text: 'The carrier dropped it.' },
  { step: 'plan', text: 'Send another one.' },
  { step: 'agree', text: '', agreement: agreed },
  { step: 'carry-out', text: 'Sent.' },
  { step: 'answer', text: 'Another one is on its way.' },
  { step: 'follow-up', text: '', result: 'satisfied' },
];
const upTo = (step: NewComplaintStep['step']): Taken[] =>
  whole.slice(
    0,
    whole.findIndex((one) => one.step === step),
  );
const of = (step: NewComplaintStep['step']) => whole.find((one) => one.step === step)!;
const weigh = (asked: NewComplaintStep, taken = upTo(asked.step), said = content) => {
  const weighed = takeStep({ taken, asked, content: said, now });
  return weighed.kind === 'taken' ? weighed.next : weighed.because;
};

test('A23 all ten steps go one after the other, and then it is through', () => {
  expect(whole.map((step) => weigh(step))).toEqual([...whole.slice(1).map(({ step }) => step), null]);
  expect(weigh(of('follow-up'), whole)).toBe('complaint-is-through');
});

test('A23 no step can be skipped, and none is taken twice', () => {
  for (const [at, { step }] of whole.entries()) {
    const verdicts = whole.map((asked) => weigh(asked, upTo(step)));
    expect(verdicts.filter((verdict) => verdict === 'complaint-step-taken')).toHaveLength(at);
    expect(verdicts.filter((verdict) => verdict === 'complaint-step-first')).toHaveLength(whole.length - at - 1);
  }
});

const { text: _text, ...bare } = of('plan');
test.each<[string, NewComplaintStep, string]>([
  [
    'a first contact without an apology',
    { step: 'first-contact', text: 'The parcel came broken.' },
    'first-contact-apologises',
  ],
  [
    'one that is not sorry',
    { step: 'first-contact', text: 'I am not sorry the parcel came broken.' },
    'first-contact-apologises',
  ],
  [
    'one that does not say what it is about',
    { step: 'first-contact', text: 'We are very sorry.' },
    'first-contact-restates',
  ],
  ['an empty one', { step: 'first-contact', text: ' ' }, 'complaint-step-lacks'],
  ['a classification without how grave it is', { step: 'classify', text: 'bad' }, 'complaint-step-lacks'],
  ['a plan of no words', { ...bare, text: '' }, 'complaint-step-lacks'],
  ['an agreement that nobody heard', { step: 'agree', text: 'they agreed' }, 'complaint-step-lacks'],
  [
    'an agreement of tomorrow',
    { step: 'agree', text: '', agreement: { ...agreed, at: '2026-11-24T09:00:00.000Z' } },
    'agreement-lies-ahead',
  ],
  ['a follow-up without a result', { step: 'follow-up', text: 'asked' }, 'complaint-step-lacks'],
])('A23 %s is refused', (_sentence, asked, because) => expect(weigh(asked)).toBe(because));

test.each([
  ['非常抱歉，您反映的包裹破损问题我们已记录。', '包裹破损，没人理我'],
  ['非常抱歉，您反映的包裹破損問題我們已記錄。', '包裹破损，没人理我'],
  ['对不起，客服态度不好给您添麻烦了。', '客服态度不好'],
  ['I apologise that the driver shouted at you.', 'Your driver shouted at me in the street'],
])('A23 a first contact that restates and apologises is taken: %s', (text, said) =>
  expect(weigh({ step: 'first-contact', text }, upTo('first-contact'), said)).toBe('classify'),
);

test('A23 a plan that is refused is made anew, and a customer who is not satisfied has it investigated anew', () => {
  const refused = { step: 'agree', text: '', agreement: { ...agreed, agreed: false } } as const;
  expect(nextComplaintStep([...upTo('agree'), refused])).toBe('plan');
  expect(nextComplaintStep([...upTo('follow-up'), { step: 'follow-up', result: 'unsatisfied' }])).toBe('investigate');
  expect(nextComplaintStep([...upTo('follow-up'), { step: 'follow-up', result: 'not-reached' }])).toBe('follow-up');
});
