/** Fits a classifier, or takes the one that was fitted to the very same before: a folder keeps them by what they came of. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { fitApart } from './fit-apart.ts';
import type { Fitted, ToFit } from './fit-in-process.ts';

/** `folder` empty: nothing is kept. A kept one that cannot be read is fitted anew. */
export async function fitOnce(toFit: ToFit, folder: string): Promise<Fitted> {
  if (!folder) return fitApart(toFit);
  const path = join(folder, `${await digestOf(toFit)}.fitted`);
  const kept = await readFile(path)
    .then(deserialize)
    .catch(() => undefined);
  if (kept) return kept as Fitted;
  const fitted = await fitApart(toFit);
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}`; // whole or not at all, whoever writes at the same time
  await writeFile(draft, serialize(fitted));
  await rename(draft, path);
  return fitted;
}

/** Of the texts it learns from and of the code that learns, with the texts that ship. */
async function digestOf({ policy, lessons }: ToFit): Promise<string> {
  const code = dirname(createRequire(import.meta.url).resolve('@trunkline/rules'));
  const files = (await readdir(code, { recursive: true })).filter((file) => file.endsWith('.js')).sort();
  const hash = createHash('sha256').update(JSON.stringify([policy.taxonomy.topics, lessons]));
  for (const file of files) hash.update(file).update(await readFile(join(code, file)));
  return hash.digest('hex');
}
