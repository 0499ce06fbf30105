/** Departments: when they owe an answer, what their mail says, and whose mail is their answer. */
import type { Department, MailChecks } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { departmentDue } from './department-due.ts';
import { judgeAnswer } from './judge-answer.ts';
import { wordHandOver } from './word-hand-over.ts';

const billing: Department = {
  code: 'billing',
  name: { en: 'Billing', zh: '财务部' },
  email: 'Billing@company.test',
  answersWithin: { workingDays: 1 },
  calendar: 'office-cn',
};

test.each([
  ['a working day', { workingDays: 1 }, 'office-cn', '2026-11-20T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
  ['open hours over a night', { seconds: 7_200 }, 'office-cn', '2026-11-23T09:00:00.000Z', '2026-11-24T02:00:00.000Z'],
  [
    'plain time where its calendar is gone',
    { seconds: 60 },
    'nowhere',
    '2026-11-23T09:00:00.000Z',
    '2026-11-23T09:01:00.000Z',
  ],
])('A10 a department owes its answer within %s', (_what, answersWithin, calendar, at, due) => {
  expect(departmentDue({ ...billing, answersWithin, calendar }, defaultPolicy, at)).toBe(due);
});

test('A10 its mail says under which number, what is asked, and until when, in its own time', () => {
  const handed = { department: billing, number: 'T-1042', subject: 'Charged twice', note: 'Please check both.' };
  const times = { dueAt: '2026-11-24T02:00:00.000Z', now: '2026-11-23T09:00:00.000Z' };
  const { subject, text } = wordHandOver({ ...handed, ...times }, defaultPolicy);
  expect(subject).toBe('[T-1042] Charged twice');
  expect(text).toMatch(
    /asks Billing about T-1042: Charged twice\n\nPlease check both\.\n\n.*Due: Tuesday 24 November, 10:00 \(GMT\+8\)/s,
  );
});

const checked = (result: MailChecks['dmarc']['result']): MailChecks => {
  const one = { result, domain: 'company.test' };
  return { spf: one, dkim: one, dmarc: one, by: 'desk.test' };
};
const mail = { from: 'billing@company.test', checks: checked('pass'), automatic: null };

test.each([
  ['from its own address, in any case', mail, billing, true],
  ['without a policy of its domain', { ...mail, checks: checked('none') }, billing, true],
  ['from a stranger', { ...mail, from: 'eve@company.test' }, billing, 'not-the-department'],
  ['forged', { ...mail, checks: checked('fail') }, billing, 'not-the-department'],
  ['of a department that has no mailbox any more', mail, { ...billing, email: null }, 'not-the-department'],
  ['of one that is gone', mail, undefined, 'not-the-department'],
  ['written by a machine', { ...mail, automatic: 'auto-replied' as const }, billing, 'department-auto-reply'],
])('A10 an answer by mail %s', (_what, given, department, expected) => {
  const judged = judgeAnswer(given, department);
  expect(judged.ok || judged.because).toBe(expected);
});
