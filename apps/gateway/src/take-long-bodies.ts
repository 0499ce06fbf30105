/** Files that come as text in a body: a roster of a thousand people, a calendar. They may be longer than other bodies. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';

const mib = 1024 * 1024;
/** As bytes and escaped they are up to three times what the contracts allow in characters. */
const limits = { '/v1/roster/import': 12 * mib, '/v1/holidays/import': 4 * mib };

export function takeLongBodies(app: NestExpressApplication): void {
  for (const [path, limit] of Object.entries(limits)) app.use(path, json({ limit }));
}
