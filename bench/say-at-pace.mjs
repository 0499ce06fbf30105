/** Lets visitors speak: at a steady pace, or all that there is as fast as it is taken; notes when each word was said. */
import { setTimeout as delay } from 'node:timers/promises';
import { now } from './now.mjs';

/** What a round says, visitor by visitor in turn; the first word of each opens a conversation. */
export function script({ name, messages, visitors }) {
  return Array.from({ length: messages }, (_, at) =>
    wordOf({ name, at, visitor: at % visitors, opens: at < visitors }),
  );
}

const wordOf = ({ name, at, visitor, opens }) => ({
  mark: `${name}-${at}`,
  visitor: `${name}-v${visitor}`,
  opens,
  text: `Where is my parcel? It should have been here by now. #${name}-${at}#`,
});

/** The same with openings spread evenly: each beat one visitor opens, and four who came before it say their next word. */
export function spread({ name, visitors, wordsEach = 5, apart = 7 }) {
  const beats = Array.from({ length: visitors + (wordsEach - 1) * apart }, (_, beat) => beat);
  return beats
    .flatMap((beat) => Array.from({ length: wordsEach }, (_, word) => ({ visitor: beat - word * apart, word })))
    .filter(({ visitor }) => visitor >= 0 && visitor < visitors)
    .map(({ visitor, word }, at) => wordOf({ name, at, visitor, opens: word === 0 }));
}

/** A little beside the beat, or it would keep step with the house's own polls. Gives when each was said and taken. */
export async function sayAtPace(words, { everyMs, random, say }) {
  const began = now();
  const said = words.map(async (word, at) => {
    const due = began + (at + random() * 0.8) * everyMs;
    await delay(Math.max(0, due - now()));
    return sayOne(word, say);
  });
  return Promise.all(said);
}

export async function sayAllAtOnce(words, { say }) {
  return Promise.all(words.map((word) => sayOne(word, say)));
}

async function sayOne(word, say) {
  const saidAt = now();
  await say(word);
  return { ...word, saidAt, takenAt: now() };
}

/** Waits for the fact, and says what did not come. */
export async function until(isSo, { what, withinMs = 30_000, everyMs = 20 }) {
  const end = now() + withinMs;
  while (!(await isSo())) {
    if (now() > end) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await delay(everyMs);
  }
}
