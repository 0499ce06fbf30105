/** Who somebody is in Slack, by its own record: asked once an hour, and never waited for longer than the answer allows. */
import { z } from 'zod';
import { readSlack } from './ask-slack.ts';
import type { SlackConfig } from './config.ts';

export type Known = { name: string; email: string | null; isBot: boolean };

const Info = z.looseObject({
  user: z.looseObject({
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    is_bot: z.boolean().nullish(),
    profile: z
      .looseObject({
        display_name: z.string().nullish(),
        real_name: z.string().nullish(),
        email: z.string().nullish(),
      })
      .nullish(),
  }),
});

const keptMs = 3_600_000;
const most = 10_000;
/** Slack wants its answer within three seconds. */
const withinMs = 1_200;
const known = new Map<string, { at: number; who: Promise<Known | null> }>();

/** Null where Slack does not say, or not in time. */
export function whoIs(config: SlackConfig, user: string): Promise<Known | null> {
  const key = `${config.api} ${config.token} ${user}`;
  const held = known.get(key);
  if (held && Date.now() - held.at < keptMs) return held.who;
  const who = ask(config, user).catch(() => {
    known.delete(key);
    return null;
  });
  if (known.size >= most) known.clear();
  known.set(key, { at: Date.now(), who });
  return who;
}

async function ask(config: SlackConfig, user: string): Promise<Known> {
  const info = await readSlack(config, { method: 'users.info', fields: { user }, withinMs }, Info);
  const { name, real_name, is_bot, profile } = info.user;
  const shown = real_name || profile?.real_name || profile?.display_name || name || user;
  return { name: shown.slice(0, 255), email: profile?.email?.slice(0, 320) || null, isBot: is_bot === true };
}
