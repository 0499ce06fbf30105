/** A34: once a resolution, where it can be answered; and what the procedure wants on the way to the end. */
import type { Closing, Conversation, Standard } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { closingSteps } from './closing-steps.ts';
import { mayOfferSurvey } from './may-offer-survey.ts';

const none: Closing = {
  cycle: 1,
  askedAt: null,
  askedBy: null,
  wantsMore: null,
  answeredAt: null,
  survey: null,
  surveyAt: null,
  score: null,
  comment: null,
};
const at = '2026-11-23T09:00:00.000Z';

test.each<[string, Standard, boolean, Closing['survey'], string]>([
  ['where it can be answered', 'chat', true, null, 'yes'],
  ['once a resolution, whatever came of it', 'chat', true, 'declined', 'surveyed-already'],
  ['not while the first is offered', 'mail', true, 'offered', 'surveyed-already'],
  ['not to a machine', 'mail', false, null, 'no-address'],
])('A34 a survey is offered %s', (_sentence, standard, canBeTold, survey, expected) => {
  const offer = mayOfferSurvey({ standard, canBeTold, closing: { survey } }, defaultPolicy);
  expect(offer.ok ? 'yes' : offer.because).toBe(expected);
});

test('A34 nor on a channel that the policy leaves out', () => {
  const closing = { ...defaultPolicy.closing, surveyOn: ['chat' as const] };
  const offer = mayOfferSurvey({ standard: 'sms', canBeTold: true, closing: null }, { closing });
  expect(offer).toEqual({ ok: false, because: 'survey-not-here' });
});

test.each<[string, Conversation['state'], Partial<Closing>, string | null]>([
  ['answered, the closing question is asked', 'with-customer', {}, 'step-ask-anything-else'],
  ['while an answer is owed it is not', 'assigned', {}, null],
  ['asked, the customer is waited for', 'with-customer', { askedAt: at }, 'step-wait-for-anything-else'],
  ['nothing else: it can be solved', 'with-customer', { askedAt: at, wantsMore: false }, 'step-resolve'],
  ['something else: it goes on', 'assigned', { askedAt: at, wantsMore: true }, null],
  ['solved with a poor score, the supervisor sees to it', 'solved', { score: 2 }, 'step-poor-score'],
  ['solved with a good one nothing is left', 'solved', { score: 4 }, null],
  ['closed, nothing is', 'closed', { score: 1 }, null],
])('%s', (_sentence, state, change, code) => {
  const page = { state, closing: { ...none, ...change } } as Conversation;
  expect(closingSteps(page, defaultPolicy)[0]?.because.code ?? null).toBe(code);
});
