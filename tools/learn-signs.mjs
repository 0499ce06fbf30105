/** Learns what words lean to from our own texts and writes `leanings.ts`; what is held out is never looked at. */
import { readFileSync, writeFileSync } from 'node:fs';
import { defaultPolicy } from '../libs/rules/dist/policy/default-policy.js';
import { everyExample } from '../libs/rules/dist/policy/examples/every-example.js';
import { piecesOf } from '../libs/rules/dist/sensitive/pieces-of.js';
import { fold } from '../libs/rules/dist/words/fold.js';

const kinds = [
  'tends-to-complain',
  'may-leave',
  'unsatisfied-again',
  'many-report-it',
  'rare-and-costly',
  'in-the-media',
];
const rounds = 14;
const fewest = 4; // as in `lean-to.ts`
const seldom = { sign: 2, none: 8 };
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Texts with a sign, texts that only look like one, and the examples of the taxonomy, which are mostly none. */
function gather() {
  const { texts } = JSON.parse(read('../libs/rules/cases/sensitive.json'));
  const own = texts
    .filter(({ heldOut }) => !heldOut)
    .map((one) => ({ text: one.text, kind: 1 + kinds.indexOf(one.kinds[0]), weight: 2 }));
  const isComplaint = new Set(
    defaultPolicy.taxonomy.topics.flatMap(({ labels }) =>
      labels.filter(({ kind }) => kind.startsWith('complaint-')).map(({ code }) => code),
    ),
  );
  const examples = Object.entries(everyExample).flatMap(([label, languages]) =>
    Object.values(languages)
      .flat()
      .flatMap((lines) => lines.split('\n'))
      .filter(Boolean)
      .map((text) => ({ text, kind: isComplaint.has(label) ? 1 : 0, weight: 0.5 })),
  );
  return [...own, ...examples].map((one) => ({ ...one, pieces: piecesOf(fold(one.text)) }));
}

function keepTelling(texts) {
  const seen = new Map();
  for (const { pieces, kind } of texts)
    for (const piece of pieces) {
      const count = seen.get(piece) ?? { sign: 0, none: 0 };
      count[kind > 0 ? 'sign' : 'none'] += 1;
      seen.set(piece, count);
    }
  const isTelling = (piece) => seen.get(piece).sign >= seldom.sign || seen.get(piece).none >= seldom.none;
  return texts.map((one) => ({ ...one, pieces: one.pieces.filter(isTelling) }));
}

/** Softmax over none and the six kinds, by stochastic descent in an order that is the same each time. */
function learn(texts) {
  const weights = new Map();
  const before = new Array(kinds.length + 1).fill(0);
  const of = (piece) => weights.get(piece) ?? weights.set(piece, new Array(before.length).fill(0)).get(piece);
  let seed = 7;
  const draw = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let at = texts.length - 1; at > 0; at -= 1) {
      const other = Math.floor(draw() * (at + 1));
      [texts[at], texts[other]] = [texts[other], texts[at]];
    }
    const step = 0.8 / (1 + round * 0.25);
    for (const { pieces, kind, weight } of texts) {
      if (pieces.length === 0) continue;
      const share = 1 / Math.sqrt(Math.max(fewest, pieces.length));
      const scores = before.map((start, k) => start + pieces.reduce((sum, piece) => sum + of(piece)[k] * share, 0));
      const odds = scores.map((score) => Math.exp(score - Math.max(...scores)));
      const all = odds.reduce((sum, one) => sum + one, 0);
      for (const [k, one] of odds.entries()) {
        const push = weight * step * ((k === kind ? 1 : 0) - one / all);
        before[k] += push * 0.05;
        for (const piece of pieces) of(piece)[k] += push * share - step * 2e-4 * of(piece)[k];
      }
    }
  }
  return { weights, before };
}

/** Against none, in tenths; what leans nowhere is left out. */
function write({ weights, before }) {
  const against = (row) => row.slice(1).map((one) => Math.round((one - row[0]) * 10));
  const rows = [...weights]
    .map(([piece, row]) => [piece, against(row)])
    .filter(([, row]) => row.some((one) => Math.abs(one) >= 3))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([piece, row]) => `${piece}=${row.join(',')}`);
  const lines = [];
  for (let at = 0; at < rows.length; at += 6) lines.push(rows.slice(at, at + 6).join('|'));
  const text = `/** What pieces of a text lean to, in tenths, against no sign at all. Written by \`tools/learn-signs.mjs\`. */
import type { SignKind } from '@trunkline/contracts';

export const leaningKinds: readonly SignKind[] = [
${kinds.map((kind) => `  '${kind}',`).join('\n')}
];

/** What each kind starts from. */
export const leaningsBefore: readonly number[] = [${against(before).join(', ')}];

/** \`piece=weights\`, in the order of the kinds. */
export const leanings = \`
${lines.join('\n')}
\`;
`;
  writeFileSync(new URL('../libs/rules/src/sensitive/leanings.ts', import.meta.url), text);
  process.stdout.write(`${rows.length} pieces\n`);
}

write(learn(keepTelling(gather())));
