/** Bodies that are files: a roster or a calendar as text, longer than other bodies; a file to send, never read as JSON. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';

const mib = 1024 * 1024;
/** As bytes and escaped they are up to three times what the contracts allow in characters. */
const limits = { '/v1/roster/import': 12 * mib, '/v1/holidays/import': 4 * mib };

export function takeLongBodies(app: NestExpressApplication): void {
  app.use('/v1/attachments', leaveAsBytes);
  for (const [path, limit] of Object.entries(limits)) app.use(path, json({ limit }));
}

/** A JSON file is a file here: its kind moves to a header of its own, before a parser looks for it. */
function leaveAsBytes(request: Request, _response: Response, next: NextFunction): void {
  const { headers } = request;
  headers['x-file-type'] = headers['content-type'] ?? '';
  headers['content-type'] = 'application/octet-stream';
  next();
}
