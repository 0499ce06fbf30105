/** Shows what channels read; what it could not read, or would refuse, is a no. */
import { say } from './say.ts';
import type { ExitCode } from './verb.ts';

const noes = ['unreadable', 'refused'];

export async function sayParsed(lines: string): Promise<ExitCode> {
  await say(lines);
  return lines.split('\n').some((line) => noes.includes(JSON.parse(line).kind)) ? 1 : 0;
}
