/** Reads what a verb is given: a file by its name, or standard input for `-`. */
import { readFile } from 'node:fs/promises';
import { WrongUse } from './refused.ts';

export async function readInput(name: string): Promise<Buffer> {
  if (name === '-') return readStdin();
  return readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(error.code === 'ENOENT' ? `there is no file ${name}` : `${name} cannot be read: ${error.code}`);
  });
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
