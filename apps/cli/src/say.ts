/** Writes lines to whoever called, and waits where the reader is slower than we are. */
import { once } from 'node:events';

export async function say(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
