/** A33 the texts of `domain.md` §7 ship in both languages and per channel; a greeting has the number of whom it is from. */
import type { PolicyV1, Standard } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { keyOn } from './key-on.ts';
import { wordGreeting } from './word-greeting.ts';
import { wordText } from './word-text.ts';

const person = { name: 'Ann Lee', number: '1024' };
const values = { agent: person.name, number: person.number, group: 'Service', target: 'Payments', ticket: 'T-1042' };
const desk = defaultPolicy.desk.name;

test.each<[string, Standard, string, string]>([
  ['greeting', 'chat', `您好，这里是${desk.zh}客服，工号1024很高兴为您服务！`, 'number 1024'],
  ['anything-else', 'chat', '请问您还有其他问题需要帮忙吗？', 'anything else I can help you with'],
  ['survey-offer', 'chat', '请问您是否愿意配合我们做个满意度调查？', 'short question'],
  ['closing', 'chat', '欢迎您下次再来，再会！', 'Thank you for getting in touch. Goodbye!'],
  ['closing', 'call', '感谢您的来电，再会！', 'Thank you for your call. Goodbye!'],
  [
    'transfer',
    'chat',
    '我们这里是Service客服，您的问题需要由专门的人员为您解答，我现在帮您转接到Payments，请您稍等好吗？',
    'I am transferring you to Payments, is that all right?',
  ],
  ['reassurance', 'chat', '非常抱歉', 'I am sorry'],
])('A33 %s ships for %s in both languages', (key, standard, zh, en) => {
  const word = (language: string) => wordText(keyOn(key, standard, defaultPolicy), language, defaultPolicy, values);
  expect(word('zh')).toContain(zh);
  expect(word('en')).toContain(en);
  expect(word('fr')).toBe(word(defaultPolicy.desk.defaultLanguage));
});

const greeting = (rest: Partial<Parameters<typeof wordGreeting>[0]> = {}, policy: PolicyV1 = defaultPolicy) =>
  wordGreeting({ standard: 'chat', language: 'en', person, hasGreeted: false, ...rest }, policy);
const withText = (key: string, text: { en: string; zh: string }): PolicyV1 => ({
  ...defaultPolicy,
  texts: { ...defaultPolicy.texts, [key]: text },
});

test('A33 on assignment the customer is greeted with the name and the number of whom they were given to', () => {
  expect(greeting()).toBe(`Hello, this is ${desk.en}. My name is Ann Lee, number 1024, and I am glad to help you.`);
  expect(greeting({ language: 'zh' })).toContain('工号1024');
});

test.each<[string, string]>([
  ['somebody who greeted before does not again', greeting({ hasGreeted: true })],
  ['a mail greets in its own answer', greeting({ standard: 'mail' })],
  ['a text message costs', greeting({ standard: 'sms' })],
  ['on the phone it is said', greeting({ standard: 'call' })],
  ['a desk may switch it off', greeting({}, withText('greeting', { en: '', zh: '' }))],
])('A33 no greeting is sent where %s', (_where, text) => expect(text).toBe(''));

test('A33 a desk writes a text of its own for any channel, and the others keep theirs', () => {
  const policy = withText('greeting-social', { en: 'Hi, {number} here', zh: '您好，工号{number}' });
  expect([greeting({ standard: 'social' }, policy), greeting({}, policy)]).toEqual(['Hi, 1024 here', greeting()]);
  expect(keyOn('closing', 'mail', defaultPolicy)).toBe('closing');
});
