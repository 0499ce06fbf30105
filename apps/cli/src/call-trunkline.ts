/** For specs: calls the command line as people do, as a process over what is built. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/trunkline.mjs', import.meta.url));

export type Called = { code: number; out: string; complaint: string };

export async function callTrunkline(
  words: string[],
  given: { input?: string | Buffer; env?: object } = {},
): Promise<Called> {
  const { input = '', env = {} } = given;
  const child = spawn(process.execPath, [bin, ...words], { env: { ...env } });
  child.stdin.on('error', () => {}); // who is called wrongly does not read
  child.stdin.end(input);
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number, out, complaint };
}
