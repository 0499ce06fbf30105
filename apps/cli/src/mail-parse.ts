/** `trunkline mail parse`: what a raw mail says, and what of it the customer newly wrote. */
import { readInput } from './read-input.ts';
import { runParseOnce } from './run-parse-once.ts';
import { sayParsed } from './say-parsed.ts';
import type { Asked, ExitCode } from './verb.ts';

export async function mailParse({ words }: Asked): Promise<ExitCode> {
  return sayParsed(await runParseOnce(['mail'], await readInput(words[0] as string)));
}
