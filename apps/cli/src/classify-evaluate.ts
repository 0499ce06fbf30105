/** `trunkline classify evaluate`: how well the router's classifier learns labels from texts of yours. */
import { type Learnt, learn } from './learn.ts';
import { type Example, outOfScope, readExamples } from './read-examples.ts';
import { WrongUse } from './refused.ts';
import { say } from './say.ts';
import { scoreGuesses } from './score-guesses.ts';
import { type Rejection, scoreRejection } from './score-rejection.ts';
import { takeShots } from './take-shots.ts';
import type { Asked, ExitCode } from './verb.ts';

export async function classifyEvaluate({ values }: Asked): Promise<ExitCode> {
  const { train, test, val } = values as Record<string, string | undefined>;
  if (!train || !test) throw new WrongUse('classify evaluate needs --train and --test');
  const shots = readNumber(values.shots, 'shots', (count) => Number.isInteger(count) && count > 0);
  const reject = readNumber(values.reject, 'reject', (share) => share > 0 && share < 1);
  if ((val === undefined) !== (reject === undefined)) throw new WrongUse('--val and --reject go together');
  const all = await readExamples(train, 'train');
  const examples = shots === undefined ? all : takeShots(all, shots);
  const tests = await readExamples(test, 'test');
  if (new Set(examples.filter(isOwn).map(({ label }) => label)).size < 2)
    throw new WrongUse(`${train} holds fewer than two labels`);
  if (!tests.some(isOwn)) throw new WrongUse(`${test} holds no text that belongs to a label`);
  const validation = val === undefined ? [] : (await readExamples(val, 'val')).filter(isOwn);
  if (val !== undefined && validation.length === 0) throw new WrongUse(`${val} holds no text that belongs to a label`);
  const figures = evaluate({ examples, tests, validation, reject });
  await say(values.json ? JSON.stringify(figures) : inWords(figures));
  return 0;
}

const isOwn = ({ label }: Example) => label !== outOfScope;

type Given = { examples: Example[]; tests: Example[]; validation: Example[]; reject: number | undefined };

function evaluate({ examples, tests, validation, reject }: Given) {
  const used = process.cpuUsage();
  const began = performance.now();
  const learnt = learn(examples);
  const fitSeconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  for (const { text } of tests.slice(0, 500)) learnt.guess(text); // warms up
  const before = process.cpuUsage();
  const judged = tests.map(({ text, label }) => ({ ...learnt.guess(text), right: label }));
  const named = process.cpuUsage(before); // of one core: what others on this machine do is not its doing
  const textsPerSecond = (tests.length * 1e6) / (named.user + named.system);
  const own = judged.filter(({ right }) => right !== outOfScope);
  const foreign = judged.filter(({ right }) => right === outOfScope);
  return {
    labels: learnt.model.labels.length,
    trained: examples.length,
    tested: own.length,
    ...scoreGuesses(own),
    textsPerSecond,
    fitSeconds,
    fitCpuSeconds: (user + system) / 1e6,
    modelBytes: learnt.modelBytes,
    ...(reject !== undefined && { outOfScope: rejection(learnt, validation, { own, foreign, reject }) }),
  };
}

type Scored = { score: number };
type Asides = { own: readonly Scored[]; foreign: readonly Scored[]; reject: number };

function rejection(learnt: Learnt, validation: Example[], { own, foreign, reject }: Asides) {
  const raw = (scored: readonly Scored[]) => scored.map(({ score }) => score);
  const known = validation.map(({ text }) => learnt.guess(text).score);
  const sides = { own: raw(own), foreign: raw(foreign) };
  return { tested: foreign.length, asked: reject, ...scoreRejection(known, sides, reject) };
}

type Figures = Omit<ReturnType<typeof evaluate>, 'outOfScope'> & { outOfScope?: Rejection };

function inWords(figures: Figures): string {
  const percent = (share: number | null) => (share === null ? 'no such texts' : `${(share * 100).toFixed(1)} %`);
  const { outOfScope: foreign } = figures;
  return [
    `${figures.trained} texts of ${figures.labels} labels learnt, ${figures.tested} tried`,
    `accuracy            ${percent(figures.accuracy)}`,
    `macro-F1            ${percent(figures.macroF1)}`,
    `calibration error   ${percent(figures.calibrationError)}`,
    `texts a second      ${Math.round(figures.textsPerSecond)}`,
    `fit                 ${figures.fitSeconds.toFixed(1)} s, ${figures.fitCpuSeconds.toFixed(1)} s of processor`,
    `model               ${(figures.modelBytes / 1e6).toFixed(2)} MB`,
    ...(foreign
      ? [
          `threshold           ${foreign.threshold.toFixed(3)} of the raw score`,
          `in scope lost       ${percent(foreign.inScopeLost)}`,
          `out of scope found  ${percent(foreign.outOfScopeFound)}`,
          `AUROC               ${percent(foreign.auroc)}`,
        ]
      : []),
  ].join('\n');
}

function readNumber(value: unknown, name: string, fits: (number: number) => boolean): number | undefined {
  if (value === undefined) return undefined;
  const number = value === '' ? Number.NaN : Number(value);
  if (fits(number)) return number;
  throw new WrongUse(name === 'shots' ? '--shots is a whole number from 1' : '--reject is a share between 0 and 1');
}
