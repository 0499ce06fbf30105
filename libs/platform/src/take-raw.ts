/** Takes requests below these paths as bytes, whatever they say they are: signatures are over the bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { bodyLimitBytes } from './answer-problem.ts';
import { Refusal } from './errors.ts';

type WithBody = IncomingMessage & { body?: unknown; _body?: boolean };

/** Must be called before the service begins: parsers leave alone what has been read. Too much is refused, and not kept. */
export function takeRaw(app: INestApplication, paths: string[]): void {
  app.use(paths, (request: WithBody, _response: ServerResponse, next: (error?: Error) => void) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bodyLimitBytes) chunks.push(chunk);
    });
    request.once('error', next);
    request.once('end', () => {
      if (bytes > bodyLimitBytes)
        return next(new Refusal('too-large', { values: { limit: `${bodyLimitBytes / 1024} KiB` } }));
      request.body = Buffer.concat(chunks);
      next();
    });
  });
}

export const rawBodyOf = (request: IncomingMessage): Buffer => (request as WithBody).body as Buffer;
