/** The first start understands only what its examples say: enough of them, each once, each under one label. */
import { fold } from '../../words/fold.ts';
import { defaultPolicy } from '../default-policy.ts';
import { everyExample } from './every-example.ts';

const labels = defaultPolicy.taxonomy.topics.flatMap((topic) => topic.labels.map(({ code }) => code));
const languages = ['en', 'zh'] as const;
const rows = Object.entries(everyExample).flatMap(([label, texts]) =>
  languages.flatMap((language) => texts[language].split('\n').map((text) => ({ label, language, text }))),
);

test('every label of the default taxonomy has examples, and no other', () =>
  expect(Object.keys(everyExample).sort()).toEqual([...labels].sort()));

test.each(labels)('%s has at least 40 examples in each language, and none is empty', (label) => {
  for (const language of languages) {
    const own = rows.filter((row) => row.label === label && row.language === language);
    expect(own.length).toBeGreaterThanOrEqual(40);
    expect(own.filter(({ text }) => !fold(text))).toEqual([]);
  }
});

test('a text stands under its own language', () =>
  expect(rows.filter(({ language, text }) => (language === 'zh') !== /\p{Script=Han}/u.test(text))).toEqual([]));

test('no text stands twice, whatever its script, width, spaces and points, and none under two labels', () => {
  const seen = new Map<string, string>();
  const twice = rows.filter(({ label, text }) => {
    const key = fold(text).replace(/[\s\p{P}\p{S}]/gu, '');
    const isKnown = seen.has(key);
    seen.set(key, label);
    return isKnown;
  });
  expect(twice).toEqual([]);
});
