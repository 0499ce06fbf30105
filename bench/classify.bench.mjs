/** How well and how fast the classifier learns and names texts, on our own split of the given intents, beside naive Bayes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  calibrationError,
  classifyText,
  defaultPolicy,
  fitClassifier,
  fitTaxonomy,
  nameTheMatter,
  rejectBelow,
  writeModel,
} from '@trunkline/rules';
import { fitNaiveBayes } from './peers/naive-bayes.mjs';
import { overRounds } from './sum-up.mjs';

const cases = join(process.env.CASES_DIR ?? fileURLToPath(new URL('../../shared/cases', import.meta.url)), 'intents');
const sha = (text) => createHash('sha1').update(text).digest('hex');
const isHeldBack = ({ text }) => /^[0-3]/.test(sha(text));

export async function classify({ quick, seed }) {
  const rows = [];
  if (existsSync(cases)) {
    const sets = quick ? ['banking77'] : ['banking77', 'clinc150'];
    for (const name of sets) rows.push(...measureSet(name, quick ? 3 : 7));
  }
  rows.push(...measureTaxonomy(quick ? 5 : 15));
  const notes = [
    'Learnt from the given train parts without the texts whose SHA-1 begins with 0–3, which are tried; ten a label: the first ten by SHA-1.',
    'Naive Bayes: words and word pairs, smoothing 0.1; its rounds and ours alternate.',
  ];
  if (!existsSync(cases))
    notes.unshift('The given intents are not on this machine (CASES_DIR): only the shipped taxonomy was tried.');
  return { title: 'classify: what a text is about', seed, rows, notes };
}

function measureSet(name, rounds) {
  const rows = readRows(name);
  const train = rows.filter((row) => row.split === 'train' && row.label !== 'oos' && !isHeldBack(row));
  const tried = rows.filter((row) => row.split === 'train' && row.label !== 'oos' && isHeldBack(row));
  const [own, took] = timed(() => learn(train));
  const few = learn(firstTen(train));
  const bayes = fitNaiveBayes(train);
  const judged = judge(tried, own);
  const speeds = { ours: [], bayes: [] };
  for (let round = 0; round < rounds; round += 1) {
    const turns = [
      () => speeds.ours.push(speed(tried, (text) => classifyText(text, own))),
      () => speeds.bayes.push(speed(tried, bayes)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) turn();
  }
  const percent = (share) => overRounds([share * 100]);
  const line = (what, unit, figure, goal, note) => ({ what: `${name}: ${what}`, unit, figure, goal, note });
  const bayesRight = tried.filter(({ text, label }) => bayes(text) === label).length / tried.length;
  return [
    line(
      'right',
      '%',
      percent(shareRight(judged)),
      { least: name === 'banking77' ? 91 : 92.5 },
      `${train.length} learnt, ${tried.length} tried`,
    ),
    line('right, naive Bayes', '%', percent(bayesRight)),
    line('right, ten a label', '%', percent(shareRight(judge(tried, few))), {
      least: name === 'banking77' ? 75 : 82.5,
    }),
    line('calibration error', '%', percent(calibrationError(judged)), { most: 3 }),
    line('calibration error, ten a label', '%', percent(calibrationError(judge(tried, few))), { most: 3 }),
    ...foreign(rows, own).map(([what, share, goal]) => line(what, '%', percent(share), goal)),
    line('fit, processor', 's', overRounds([took]), { most: 15 }),
    line('model', 'MB', overRounds([writeModel(own).length / 1e6]), { most: 8 }),
    line('named', 'texts/s', overRounds(speeds.ours), { least: 4000 }),
    line('named, naive Bayes', 'texts/s', overRounds(speeds.bayes)),
  ];
}

/** The threshold comes from the authors' validation part; the held-back texts and all that belong to none are tried. */
function foreign(rows, model) {
  const highest = (part) => rows.filter(part).map(({ text }) => classifyText(text, model).score);
  const none = highest(({ label }) => label === 'oos');
  if (none.length === 0) return [];
  const threshold = rejectBelow(highest(({ split, label }) => split === 'val' && label !== 'oos'));
  const below = (scores) => scores.filter((score) => score < threshold).length / scores.length;
  const own = highest((row) => row.split === 'train' && row.label !== 'oos' && isHeldBack(row));
  return [
    ['out of scope found', below(none), { least: 80 }],
    ['in scope lost', below(own), { most: 5 }],
  ];
}

/** The policy that ships: how long its fit takes, and the worst that a text may cost. */
function measureTaxonomy(rounds) {
  const [model, took] = timed(() => fitTaxonomy(defaultPolicy));
  const name = (text) => nameTheMatter(text, 'en', { policy: defaultPolicy, model });
  const row = (what, unit, figure, goal) => ({ what: `the shipped taxonomy: ${what}`, unit, figure, goal });
  const costOf = (text) => Array.from({ length: rounds }, () => timed(() => name(text))[1] * 1000);
  const long = {
    English: 'where is my refund '.repeat(55_000),
    Chinese: '退款怎么还没到'.repeat(150_000),
    emoji: '😀'.repeat(500_000),
  };
  for (const text of Object.values(long)) for (let turn = 0; turn < 20; turn += 1) name(text);
  return [
    row('fit, processor', 's', overRounds([took]), { most: 15 }),
    row('model', 'MB', overRounds([writeModel(model).length / 1e6]), { most: 8 }),
    ...Object.entries(long).map(([what, text]) =>
      row(`a megabyte of ${what}`, 'ms', overRounds(costOf(text)), { most: 50 }),
    ),
  ];
}

const shareRight = (judged) => judged.filter(({ isRight }) => isRight).length / judged.length;

function judge(tried, model) {
  return tried.map(({ text, label }) => {
    const guess = classifyText(text, model);
    return { confidence: guess.confidence, isRight: guess.label === label };
  });
}

/** A label's name is one more example of it, as `trunkline classify evaluate` has it. */
function learn(examples) {
  const labels = [...new Set(examples.map(({ label }) => label))];
  return fitClassifier(examples, { anchors: labels.map((label) => ({ text: label.replace(/[_-]+/g, ' '), label })) });
}

function firstTen(examples) {
  const taken = new Map();
  return [...examples]
    .sort((a, b) => (sha(a.text) < sha(b.text) ? -1 : 1))
    .filter(({ label }) => {
      taken.set(label, (taken.get(label) ?? 0) + 1);
      return taken.get(label) <= 10;
    });
}

/** Texts a second of one core. */
function speed(tried, name) {
  const [, seconds] = timed(() => {
    for (const { text } of tried) name(text);
  });
  return tried.length / seconds;
}

/** With what it cost of a processor, in seconds: others on this machine do not count. */
function timed(work) {
  const used = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(used);
  return [answer, (user + system) / 1e6];
}

function readRows(name) {
  return readFileSync(join(cases, `${name}.csv`), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [, split, label, text] = /^([^,]*),([^,]*),(.*)$/.exec(line) ?? [];
      return label ? [{ split, label, text: text.replace(/^"|"$/g, '').replaceAll('""', '"') }] : [];
    });
}
