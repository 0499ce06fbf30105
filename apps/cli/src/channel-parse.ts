/** `trunkline channel parse`: what a recorded item of a channel says, or why it is refused. */
import { readInput } from './read-input.ts';
import { WrongUse } from './refused.ts';
import { runParseOnce } from './run-parse-once.ts';
import { sayParsed } from './say-parsed.ts';
import type { Asked, ExitCode } from './verb.ts';

export async function channelParse({ values }: Asked): Promise<ExitCode> {
  if (!values.channel) throw new WrongUse('channel parse needs --channel');
  return sayParsed(await runParseOnce(['channel', String(values.channel)], await readInput('-')));
}
