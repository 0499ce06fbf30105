/** The classifier's examination: on texts of ours that must come out, and on the given intents with figures. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Example } from '@trunkline/rules';
import { givenCases } from '@trunkline/testing';
import { callTrunkline } from './call-trunkline.ts';

const folder = mkdtempSync(join(tmpdir(), 'trunkline-classify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, examples: readonly Example[]): string {
  const path = join(folder, name);
  writeFileSync(path, examples.map(({ text, label }) => `${JSON.stringify({ text, label })}\n`).join(''));
  return path;
}

async function evaluate(...words: string[]) {
  const { code, out, complaint } = await callTrunkline(['classify', 'evaluate', ...words, '--json']);
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  return JSON.parse(out);
}

const ours: Example[] = [
  ...['where is my parcel', 'my parcel has not come', 'the courier lost the parcel', '我的包裹在哪里'].map((text) => ({
    text,
    label: 'parcel',
  })),
  ...['I want my money back', 'please refund the order', 'when do I get the refund', '我要退款'].map((text) => ({
    text,
    label: 'refund',
  })),
];
const tried: Example[] = [
  { text: 'has the parcel come yet', label: 'parcel' },
  { text: 'give me a refund', label: 'refund' },
  { text: '包裹还没到', label: 'parcel' },
  { text: 'what is the capital of Peru', label: 'oos' },
];

test('what was learnt from a few lines is found again, and what is none of ours scores lowest', async () => {
  const files = ['--train', write('ours.jsonl', ours), '--test', write('tried.jsonl', tried)];
  const figures = await evaluate(...files, '--val', write('val.jsonl', tried), '--reject', '0.05');
  expect(figures).toMatchObject({ labels: 2, trained: 8, tested: 3, accuracy: 1, macroF1: 1 });
  expect(figures.outOfScope).toMatchObject({ tested: 1, inScopeLost: 0, auroc: 1 });
  expect(await evaluate(...files, '--shots', '2')).toMatchObject({ trained: 4 });
});

test('a CSV with a column of parts gives each file the part that it is asked for', async () => {
  const rows = [
    ...ours.map(({ text, label }) => `train,${label},"${text.replace('where', 'where ""exactly""')}"`),
    'val,parcel,the parcel is late',
    'test,refund,"my refund, please"',
  ];
  const path = join(folder, 'ours.csv');
  writeFileSync(path, `split,label,text\r\n${rows.join('\r\n')}\r\n`);
  const figures = await evaluate('--train', path, '--test', path, '--val', path, '--reject', '0.05');
  expect(figures).toMatchObject({ labels: 2, trained: 8, tested: 1, accuracy: 1 });
  expect(figures.modelBytes).toBeGreaterThan(1000);
});

test('A7 a text is named with its sureness and the words that decided; lines of input one by one', async () => {
  const one = await callTrunkline(['classify', 'text', 'Hello, where is my parcel?']);
  expect(one.out).toMatch(/^where-is-my-order\t0\.\d+\t.*where is my parcel/);
  const lines = await callTrunkline(['classify', 'text', '--json'], { input: '為什麼還沒有退款\n\n?\n' });
  const [refund, nothing] = lines.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(refund).toMatchObject({ label: 'refund-status', language: 'zh', evidence: ['退款'] });
  expect(nothing).toMatchObject({ label: null, confidence: 0, because: 'says-nothing' });
}, 60_000);

test.each([
  ['a line that is no JSON', 'nonsense\n', 'line 1 is not JSON'],
  ['a line without a label', '\n{"text":"hello"}\n', 'line 2: a line is {"text"'],
  ['a row of another shape', 'label,text\nparcel,"where is it\n', 'line 2 does not have the columns'],
  ['no lines', '\n', 'holds no texts'],
  ['one label', '{"text":"hello","label":"greeting"}\n', 'fewer than two labels'],
])('%s is used wrongly, and the place is named', async (_what, lines, sentence) => {
  const path = join(folder, 'wrong.jsonl');
  writeFileSync(path, lines);
  const { code, complaint } = await callTrunkline(['classify', 'evaluate', '--train', path, '--test', path]);
  expect(code).toBe(2);
  expect(complaint).toContain(sentence);
});

givenCases('intents', (path) => {
  type Row = Example & { split: string };
  const read = (name: string): Row[] =>
    readFileSync(`${path}/${name}.csv`, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => {
        const [, split = '', label = '', text = ''] = /^([^,]*),([^,]*),(.*)$/.exec(line) ?? [];
        return label === '' ? [] : [{ split, label, text: text.replace(/^"|"$/g, '').replaceAll('""', '"') }];
      });
  /** A private check: a quarter of the training texts is held back, told by the SHA-1 of each. */
  const isHeldBack = ({ text }: Row) => /^[0-3]/.test(createHash('sha1').update(text).digest('hex'));
  /** Texts that belong to none are never learnt, so all of them may be tried. */
  const filesOf = (name: string) => {
    const rows = read(name);
    const isLearnt = (row: Row) => row.split === 'train' && row.label !== 'oos' && !isHeldBack(row);
    const isTried = (row: Row) => row.label === 'oos' || (row.split === 'train' && isHeldBack(row));
    return [
      '--train',
      write(`${name}.train`, rows.filter(isLearnt)),
      '--test',
      write(`${name}.test`, rows.filter(isTried)),
    ];
  };
  const tell = (what: string, figures: object) => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);

  test.each([
    ['banking77', 'all', [], 0.91],
    ['banking77', 'ten a label', ['--shots', '10'], 0.745],
    ['clinc150', 'ten a label', ['--shots', '10'], 0.865],
  ])(
    'A7 %s, %s: no worse than a linear model on words and characters',
    async (name, what, more, least) => {
      const figures = await evaluate(...filesOf(name), ...more);
      tell(`${name}, ${what}, held back`, figures);
      expect(figures.accuracy).toBeGreaterThanOrEqual(least);
      expect(figures.calibrationError).toBeLessThan(0.035);
    },
    300_000,
  );

  test('A7 clinc150, all: texts that belong to none are kept out at no more than five in a hundred of ours', async () => {
    const validation = write(
      'clinc150.val',
      read('clinc150').filter(({ split }) => split === 'val'),
    );
    const figures = await evaluate(...filesOf('clinc150'), '--val', validation, '--reject', '0.05');
    tell('clinc150, all, held back', figures);
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.945);
    expect(figures.outOfScope.inScopeLost).toBeLessThanOrEqual(0.05);
    expect(figures.outOfScope.outOfScopeFound).toBeGreaterThanOrEqual(0.8);
    expect(figures.outOfScope.auroc).toBeGreaterThanOrEqual(0.96);
  }, 300_000);
});
