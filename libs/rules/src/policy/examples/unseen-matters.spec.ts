/** A7: the first start understands what other customers write, by language, and says how much it leaves unnamed. */
import { readFileSync } from 'node:fs';
import { classifyText } from '../../classify/classify-text.ts';
import { fitTaxonomy } from '../../classify/fit-taxonomy.ts';
import { nameTheMatter } from '../../classify/name-the-matter.ts';
import { defaultPolicy } from '../default-policy.ts';

type Language = 'en' | 'zh';
type Texts = Record<Language, string[]>;
type Judged = { label: string; best: string; score: number; named: string | null };
const path = new URL('../../../cases/matters.json', import.meta.url);
const parts = ['plain', 'unusual', 'roundabout'] as const;
const unseen: Record<(typeof parts)[number], Record<string, Texts>> & { none: Texts } = JSON.parse(
  readFileSync(path, 'utf8'),
);
const model = fitTaxonomy(defaultPolicy);

test.each(['en', 'zh'] as const)(
  'A7 in %s at least 85 of 100 unseen texts are named right when 5 are left unnamed',
  (language) => {
    const byPart = parts.map((part) =>
      Object.entries(unseen[part]).flatMap(([label, texts]) =>
        texts[language].map((text) => judge(text, label, language)),
      ),
    );
    for (const [at, judged] of byPart.entries()) say(`${language}, ${parts[at]} words`, judged);
    say(`${language}, all`, byPart.flat());
    sayFailures(language, byPart.flat());
    expect(share(keptOf(byPart.flat()), isRight)).toBeGreaterThanOrEqual(0.85);
  },
);

test('A7 what belongs to no label is left unnamed ten times as often as what does', () => {
  const foreign = (['en', 'zh'] as const).flatMap((language) =>
    unseen.none[language].map((text) => judge(text, '', language)),
  );
  const own = Object.entries(unseen.plain).flatMap(([label, texts]) => [
    ...texts.en.map((text) => judge(text, label, 'en')),
    ...texts.zh.map((text) => judge(text, label, 'zh')),
  ]);
  process.stdout.write(`none of ours: ${percent(share(foreign, isUnnamed))} of ${foreign.length} unnamed\n`);
  expect(share(foreign, isUnnamed)).toBeGreaterThan(10 * share(own, isUnnamed));
});

function judge(text: string, label: string, language: Language): Judged {
  const { label: best, score } = classifyText(text, model);
  return { label, best, score, named: nameTheMatter(text, language, { policy: defaultPolicy, model }).label };
}

/** All but the five in a hundred that score lowest. */
const keptOf = (judged: readonly Judged[]) =>
  [...judged].sort((a, b) => b.score - a.score).slice(0, Math.ceil(judged.length * 0.95));

function say(which: string, judged: readonly Judged[]): void {
  const named = judged.filter((each) => !isUnnamed(each));
  const figures = [
    `${which}: of ${judged.length} unseen texts ${percent(share(judged, isRight))} right when all are named`,
    `${percent(share(keptOf(judged), isRight))} when 5 % are left unnamed`,
    `as it ships ${percent(share(judged, isUnnamed))} unnamed and ${percent(share(named, isRight))} of the others right`,
  ];
  process.stdout.write(`${figures.join('; ')}\n`);
}

function sayFailures(language: Language, judged: readonly Judged[]): void {
  const counts = new Map<string, number>();
  for (const { label, best } of judged.filter((each) => !isRight(each))) {
    const pair = `${label} taken for ${best}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const labels = Object.keys(unseen.plain).map((code) => {
    const own = judged.filter(({ label }) => label === code);
    return `${code} ${own.filter(isRight).length}/${own.length}`;
  });
  const often = [...counts].sort(([, a], [, b]) => b - a).slice(0, 8);
  process.stdout.write(
    `${language}: ${labels.join(', ')}\n${often.map(([pair, count]) => `${pair} ${count}`).join(', ')}\n`,
  );
}

const isRight = ({ label, best }: Judged) => label === best;
const isUnnamed = ({ named }: Judged) => named === null;
const share = <T>(all: readonly T[], holds: (each: T) => boolean) => all.filter(holds).length / all.length;
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
