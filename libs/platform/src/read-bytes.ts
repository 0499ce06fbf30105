/** Reads a body that is bytes and not JSON: a file. What is too long is refused with its limit, and not kept. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './errors.ts';

const kib = 1024;

/** The route's body must not have been read before: it says of itself `application/octet-stream`. */
export async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const isLong = Number(request.headers['content-length'] ?? 0) > mostBytes;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes && !isLong) chunks.push(chunk);
  }
  if (bytes > mostBytes) throw new Refusal('too-large', { values: { limit: `${mostBytes / kib / kib} MiB` } });
  return Buffer.concat(chunks);
}
