/** A8: what a matter's form asks, once; what is known is not asked; what a reply gives, without guessing. */
import type { AskedField, Conversation } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { lintForms } from '../policy/lint-forms.ts';
import { formSteps } from './form-steps.ts';
import { readField } from './read-field.ts';
import { readReplies } from './read-replies.ts';
import { missingFields, showForms } from './show-forms.ts';
import { wordForm } from './word-form.ts';

const label = defaultPolicy.taxonomy.topics.find(({ code }) => code === 'payment-and-settlement')!.labels[0]!.code;
const page = (rest: Partial<Conversation> = {}) =>
  ({
    label,
    form: {},
    formAsked: {},
    standard: 'chat',
    state: 'assigned',
    language: 'en',
    customer: { address: 'v1' },
    ...rest,
  }) as Conversation;
const missing = (rest?: Partial<Conversation>) =>
  missingFields(showForms(page(rest), defaultPolicy)).map(({ field }) => field.code);

test('A8 a payment asks its form’s required fields, and lists what is missing; another matter asks nothing', () => {
  expect(missing()).toEqual(['order', 'amount', 'method']);
  expect(missing({ form: { order: '4711', amount: '20' } })).toEqual(['method']);
  expect(missing({ label: null })).toEqual([]);
});

test('A8 what is asked is asked once: the next step says so, and nothing where all is known', () => {
  const at = '2026-11-23T09:00:00.000Z';
  const codes = (rest?: Partial<Conversation>) =>
    formSteps(page(rest), defaultPolicy).map(({ because }) => because.code);
  expect(codes()).toEqual(['step-ask-form']);
  expect(codes({ formAsked: { order: at } })).toEqual(['step-ask-form']);
  expect(codes({ formAsked: { order: at, amount: at, method: at } })).toEqual(['step-form-waits']);
  expect(codes({ form: { order: '1', amount: '2', method: 'card' } })).toEqual([]);
  expect(codes({ state: 'solved' })).toEqual([]);
});

const mail: AskedField = {
  code: 'mail',
  name: { en: 'E-mail', zh: '邮箱' },
  kind: 'email',
  isRequired: true,
  choices: [],
};
test('A8 the address they write from is known', () => {
  const policy = { ...defaultPolicy, forms: [{ ...defaultPolicy.forms[0]!, when: {}, fields: [mail] }] };
  const stand = (rest: Partial<Conversation>) => showForms(page(rest), policy)[0]!.fields[0]!;
  expect(stand({ standard: 'mail', customer: { address: 'a@x.test' } as never })).toMatchObject({
    value: 'a@x.test',
    isFromAddress: true,
  });
  expect(stand({})).toMatchObject({ value: null, isFromAddress: false });
});

const field = (kind: AskedField['kind'], rest: Partial<AskedField> = {}): AskedField => ({ ...mail, kind, ...rest });
const [order, amount, method, paidOn] = defaultPolicy.forms[0]!.fields as [
  AskedField,
  AskedField,
  AskedField,
  AskedField,
];

test.each<[AskedField['kind'], string, string]>([
  ['email', ' A@X.test ', 'a@x.test'],
  ['email', 'nobody', 'field-not-an-email'],
  ['phone', '+49 (30) 123-4567', '+49301234567'],
  ['phone', '12', 'field-not-a-phone'],
  ['number', '¥1,299.50', '1299.50'],
  ['number', '20元', '20'],
  ['number', 'a lot', 'field-not-a-number'],
  ['date', '2026年11月3日', '2026-11-03'],
  ['date', '3.11.2026', '2026-11-03'],
  ['date', '2026-02-30', 'field-not-a-date'],
  ['text', '  A  4711 ', 'A 4711'],
])('a field of kind %s reads “%s” as %s', (kind, typed, expected) => {
  const read = readField(field(kind), typed);
  expect(read.ok ? read.value : read.because).toBe(expected);
});

test('a choice is read by its name in either language, and by nothing else', () => {
  const read = (typed: string) => readField(method, typed);
  expect([read('微信支付'), read('alipay'), read('cash')]).toMatchObject([
    { value: 'wechat' },
    { value: 'alipay' },
    { because: 'field-not-a-choice' },
  ]);
});

test.each<[string, AskedField[], string, Record<string, string>]>([
  ['by their names', [order, amount], 'Order number: 4711\nAmount: 20 EUR', { order: '4711', amount: '20' }],
  [
    'in Chinese, in full width',
    [order, amount, method],
    '订单号：4711；金额：20元；支付方式：支付宝',
    { order: '4711', amount: '20', method: 'alipay' },
  ],
  [
    'by their numbers',
    [order, amount, method],
    '1. 4711\n2. 20\n3) Card',
    { order: '4711', amount: '20', method: 'card' },
  ],
  [
    'by their shapes',
    [method, paidOn],
    'I paid with WeChat Pay on 2026-11-03',
    { method: 'wechat', 'paid-on': '2026-11-03' },
  ],
  ['the only one asked, as it is', [order], 'A-4711', { order: 'A-4711' }],
  ['not a question instead of an answer', [order], 'Where do I find it?', {}],
  ['not two cards for one', [method], 'card or bank transfer, I forget', {}],
  ['not what does not fit', [amount], 'Amount: a lot', {}],
  ['nothing of a story', [order, amount], 'It was on Monday and I was angry', {}],
])('A8 a reply gives what was asked: %s', (_how, asked, text, expected) => {
  expect(readReplies(asked, text)).toEqual(expected);
});

test('A8 all that is missing is asked in one message, with the choices, in the customer’s language', () => {
  expect(wordForm([order, method], 'en', defaultPolicy)).toMatch(
    /1\. Order number\n2\. How it was paid \(Card, WeChat Pay, Alipay, Bank transfer\)/,
  );
  expect(wordForm([order], 'zh', defaultPolicy)).toContain('1. 订单号');
});

test('a form for what is not there, with a field twice or choices of none, is refused before it is published', () => {
  const fields = [order, order, { ...method, code: 'm', choices: [] }];
  const forms = [{ code: 'x', name: order.name, when: { topic: 'nothing' }, isRequired: true, fields }];
  expect(lintForms({ ...defaultPolicy, forms }).map(({ path, because }) => [path, because.code])).toEqual([
    ['forms[0].when.topic', 'form-for-nothing'],
    ['forms[0].fields[2].choices', 'form-choices-missing'],
    ['forms[0].fields[1].code', 'form-field-twice'],
  ]);
  expect(lintForms(defaultPolicy)).toEqual([]);
});
