/** Shows what channels read; what it could not read is a no. */
import { say } from './say.ts';
import type { ExitCode } from './verb.ts';

export async function sayParsed(line: string): Promise<ExitCode> {
  await say(line);
  return JSON.parse(line).kind === 'unreadable' ? 1 : 0;
}
