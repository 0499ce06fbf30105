/** Reads a file of JSON, or standard input for `-`. */
import { readInput } from './read-input.ts';
import { WrongUse } from './refused.ts';

export async function readJson(name: string): Promise<unknown> {
  const text = (await readInput(name)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUse(`${name} is not JSON: ${(error as Error).message}`);
  }
}
