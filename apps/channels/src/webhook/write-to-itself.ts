/** A signed post of the desk to itself. Answers go to the account's own system, so a test is not answered. */
import type { TestSent } from '@trunkline/contracts';
import type { Desk, OwnTest } from '../channel.ts';
import { ownAddress, testerName } from '../own-address.ts';
import { signatureOf } from '../sign-webhook.ts';
import type { WebhookConfig } from './config.ts';

/** Only who signs as the account can write under it. */
export const testAddress = 'trunkline-selftest';

export async function writeToItself({ account, mark }: OwnTest, desk: Desk<WebhookConfig>): Promise<TestSent> {
  const { secrets } = desk.config.accounts.get(account)!;
  const said = { from: { address: testAddress, name: testerName }, text: mark, thread: mark, externalId: mark };
  const body = Buffer.from(JSON.stringify(said));
  const time = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(`${ownAddress(desk.http)}/hooks/webhook/${account}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': mark,
      'webhook-timestamp': time,
      'webhook-signature': signatureOf({ id: mark, time, body }, secrets[0]!),
    },
    body,
    signal: AbortSignal.timeout(9_000),
  });
  if (answer.ok) return { kind: 'sent', isAnswered: false };
  return {
    kind: 'failed',
    because: 'test-not-sent',
    detail: `${answer.status} ${(await answer.text()).slice(0, 300)}`,
  };
}
