/** The only place where the command line reads its environment: where the gateway is, and who asks. */
import type { Asked } from './verb.ts';

export type Settings = { url: string; token?: string; email?: string; password?: string };

/** What is written on the line goes before what stands in the environment. */
export function readSettings({ values }: Pick<Asked, 'values'>, env: NodeJS.ProcessEnv = process.env): Settings {
  const text = (option: string, variable: string) => (values[option] as string | undefined) || env[variable];
  const token = env.TRUNKLINE_TOKEN || undefined;
  const email = text('email', 'TRUNKLINE_EMAIL');
  const password = text('password', 'TRUNKLINE_PASSWORD');
  return {
    url: (text('url', 'TRUNKLINE_URL') ?? 'http://127.0.0.1:3000').replace(/\/+$/, ''),
    ...(email && password ? { email, password } : { ...(token && { token }) }),
  };
}
