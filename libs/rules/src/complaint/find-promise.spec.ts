/** A reply that promises a time is found, with its words in place; one that does not is let go. */
import { findPromises } from './find-promise.ts';
import { notPromising, promising } from './promise-texts.ts';

const leastRecall = 0.95;
const leastPrecision = 0.95;

test('A22 of our own texts nearly all promises are found, and nearly nothing else', () => {
  const missed = promising.filter((text) => findPromises(text).length === 0);
  const wrong = notPromising.filter((text) => findPromises(text).length > 0);
  const found = promising.length - missed.length;
  const recall = found / promising.length;
  const precision = found / (found + wrong.length);
  process.stdout.write(
    `promises of time: ${promising.length + notPromising.length} texts, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
  );
  expect({ missed, wrong, isEnough: recall >= leastRecall && precision >= leastPrecision }).toMatchObject({
    isEnough: true,
  });
  expect(promising.length + notPromising.length).toBeGreaterThanOrEqual(150);
});
