/** The signed webhook's own variables: one account for each system that is to speak to the desk. */
import { type ConfigSpec, setting } from '@trunkline/platform';
import { z } from 'zod';

const Secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, {
  error: 'a secret is whsec_ and at least 24 bytes in base64',
});

const Account = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  /** Two while one replaces the other: both verify, the first signs. */
  secrets: z.array(Secret).min(1).max(2),
  /** Where answers are posted; without it the account only speaks. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Hosts from which files may come although they lie inside the house. */
  insideHosts: z.array(z.string()).max(20).optional(),
});

export const variables = {
  WEBHOOK_ACCOUNTS: setting.json(z.array(Account).max(1000), {
    default: [],
    secret: true,
    help: 'JSON: [{name, secrets: ["whsec_…"], url?, insideHosts?: []}], each system that speaks by signed webhooks; empty: off',
  }),
} satisfies ConfigSpec;

export type WebhookAccount = { name: string; secrets: Buffer[]; url: string | null; insideHosts: string[] };
export type WebhookConfig = { accounts: ReadonlyMap<string, WebhookAccount> };

export function readWebhookConfig(values: Record<string, unknown>): WebhookConfig | null {
  const given = (values.WEBHOOK_ACCOUNTS ?? []) as z.infer<typeof Account>[];
  if (given.length === 0) return null;
  const accounts = given.map(({ name, secrets, url = null, insideHosts = [] }): WebhookAccount => {
    const keys = secrets.map((secret) => Buffer.from(secret.slice('whsec_'.length), 'base64'));
    return { name, secrets: keys, url, insideHosts };
  });
  if (new Set(accounts.map(({ name }) => name)).size < accounts.length)
    throw new Error('WEBHOOK_ACCOUNTS names an account twice');
  return { accounts: new Map(accounts.map((account) => [account.name, account])) };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  WEBHOOK_ACCOUNTS: `[{"name":"shop","secrets":["whsec_${'QUFB'.repeat(8)}"],"url":"http://127.0.0.1:1/answers"}]`,
};
