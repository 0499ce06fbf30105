/** `trunkline staff link`: a new one-time link by which somebody sets their password. */
import type { SetUpLink, StaffV1 } from '@trunkline/contracts';
import { withGateway } from './ask-gateway.ts';
import { readSettings } from './read-settings.ts';
import { SaidNo } from './refused.ts';
import { say } from './say.ts';
import type { Asked, ExitCode } from './verb.ts';

export async function staffLink(asked: Asked): Promise<ExitCode> {
  const email = asked.words[0]!.toLowerCase();
  const settings = readSettings(asked);
  const { path, url, expiresAt } = await withGateway(settings, async (ask) => {
    const { items } = await ask<{ items: StaffV1[] }>({ path: '/v1/staff' });
    const person = items.find((one) => one.email.toLowerCase() === email);
    if (!person) throw new SaidNo(`nobody here has the e-mail ${email}`, 'not-found');
    return ask<SetUpLink>({ method: 'POST', path: `/v1/staff/${person.id}/set-up-link` });
  });
  const link = url ?? settings.url + path;
  await say(asked.values.json ? JSON.stringify({ link, expiresAt }) : `${link}\nvalid until ${expiresAt}`);
  return 0;
}
