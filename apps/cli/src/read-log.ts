/** The log of routing, page by page: from the gateway, or from a file in which a run before saved it. */
import { createReadStream } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { RecordedStep, RoutingLogPage } from '@trunkline/contracts';
import type { Ask } from './ask-gateway.ts';
import type { AskedSpan } from './read-span.ts';
import { WrongUse } from './refused.ts';

const pageOf = 1_000;

export async function* askLog(ask: Ask, { from, to }: AskedSpan): AsyncGenerator<RoutingLogPage> {
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const query = new URLSearchParams({ from, to, limit: String(pageOf), ...(cursor === null ? {} : { cursor }) });
    const page: RoutingLogPage = await ask({ path: `/v1/routing-log?${query}` });
    yield page;
    cursor = page.next;
  }
}

/** A line is the snapshot, `{"snapshot":…}`, or a step. */
export async function* readLogFile(name: string): AsyncGenerator<RoutingLogPage> {
  const input = createReadStream(name);
  const failed = new Promise<never>((_resolve, reject) => {
    input.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new WrongUse(error.code === 'ENOENT' ? `there is no file ${name}` : `${name} cannot be read: ${error.code}`),
      ),
    );
  });
  failed.catch(() => {});
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  let number = 0;
  for (;;) {
    const { done, value } = await Promise.race([lines.next(), failed]);
    if (done) return;
    number += 1;
    if (value.trim() !== '') yield pageOfLine(value, `${name}:${number}`);
  }
}

function pageOfLine(line: string, place: string): RoutingLogPage {
  let read: Partial<RecordedStep> & Pick<RoutingLogPage, 'snapshot'>;
  try {
    read = JSON.parse(line);
  } catch (error) {
    throw new WrongUse(`${place} is not JSON: ${(error as Error).message}`);
  }
  if (read.snapshot?.policy && read.snapshot.remembered) return { snapshot: read.snapshot, items: [], next: null };
  if (!read.input || !read.outcome || !Array.isArray(read.decisions))
    throw new WrongUse(`${place} is neither a snapshot nor a step of a routing log`);
  return { items: [read as RecordedStep], next: null };
}

/** Passes the pages on, and writes each down. */
export async function* saveLog(pages: AsyncIterable<RoutingLogPage>, name: string): AsyncGenerator<RoutingLogPage> {
  await writeFile(name, '');
  for await (const page of pages) {
    const lines = [...(page.snapshot ? [{ snapshot: page.snapshot }] : []), ...page.items];
    if (lines.length > 0) await appendFile(name, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    yield page;
  }
}
