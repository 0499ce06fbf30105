/** What the command line answers to whoever calls it, rightly or wrongly. */
import { callTrunkline } from './call-trunkline.ts';

test('help names what is here', async () => {
  const { code, out } = await callTrunkline(['help']);
  expect(code).toBe(0);
  for (const verb of [
    'classify evaluate',
    'deadline',
    'channel parse',
    'mail parse',
    'policy publish',
    'policy dry-run',
    'replay',
    'simulate',
    'parked retry',
    'apply -f FILE',
    'export',
    'staff link',
    'selftest',
  ]) {
    expect(out).toContain(`  ${verb}`);
  }
});

test.each([
  ['no verb at all', [], 'which verb'],
  ['a verb that is none', ['dance'], 'no verb "dance"'],
  ['half a verb', ['policy'], 'no verb "policy"'],
  ['the name of something every object has', ['constructor'], 'no verb'],
  ['a place to kill without the word', ['selftest', '--pids', 'run.json'], 'nothing is killed'],
  ['killing without a place', ['selftest', '--chaos'], 'say where'],
  ['an option that is none', ['deadline', '--loud'], '--loud'],
  ['a word too many', ['deadline', 'now'], 'it is called: trunkline deadline'],
  ['a word too few', ['mail', 'parse'], 'it is called: trunkline mail parse'],
  ['a file that is not there', ['policy', 'lint', 'nowhere.json'], 'no file nowhere.json'],
  ['nobody who asks', ['parked', 'list'], 'TRUNKLINE_TOKEN'],
])('%s is used wrongly: exit 2 and a sentence', async (_what, words, sentence) => {
  const { code, out, complaint } = await callTrunkline(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(complaint).toContain(sentence);
  expect(complaint).not.toMatch(/\n\s+at /);
});

test.each([['parked', 'list'], ['parked', 'retry', 'router:1'], ['policy', 'show'], ['export'], ['selftest']])(
  'where no gateway answers, %s %s is a no: exit 1',
  async (...words) => {
    const env = { TRUNKLINE_URL: 'http://127.0.0.1:1', TRUNKLINE_TOKEN: 'a token' };
    const { code, complaint } = await callTrunkline(words, { env });
    expect(code).toBe(1);
    expect(complaint).toContain('http://127.0.0.1:1 does not answer');
  },
);
