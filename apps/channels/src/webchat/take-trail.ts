/** Notes what a visitor lets be seen of their way over the page, and hints to whoever looks at them. */
import { type ChatDone, ChatTrail, sayReason } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import type { WebchatConfig } from './config.ts';
import { deviceOf } from './device-of.ts';
import { keepPace } from './keep-pace.ts';
import { regionOf } from './region-of.ts';
import { forgetOld, noteHere, noteTrail } from './visitors.store.ts';

export type Seen = { ip: string; agent: string | undefined; tongue: string | null };
export type TakeTrail = {
  take(visitor: Visitor, seen: Seen, frame: unknown): Promise<ChatDone>;
  here(visitor: Visitor, isHere: boolean): Promise<void>;
  stop(): void;
};

const pace = { most: 30, withinMs: 10_000 };
const sweepMs = 3_600_000;

export function takingTrail(desk: Desk<WebchatConfig>): TakeTrail {
  const mayGoOn = keepPace(pace);
  const { trailDays } = desk.config;
  const sweep = setInterval(() => void forgetOld(desk.postgres, trailDays).catch(() => undefined), sweepMs).unref();
  const hint = ({ site, from: { address } }: Visitor) =>
    desk.fleeting.send('chat.moved', `webchat:${address}`, {
      channel: 'webchat',
      account: site.site,
      address,
      isTrail: true,
    });
  return {
    async take(visitor, { ip, agent, tongue }, frame) {
      const { success, data } = ChatTrail.safeParse(frame);
      const { site, from, language } = visitor;
      if (!success)
        return { ok: false, reason: 'bad-request', detail: sayReason('bad-request', language, { detail: 'trail' }) };
      const spoken = mayGoOn(`${site.site} ${from.address}`, Date.now());
      if (spoken.kind === 'too-many')
        return { ok: false, reason: 'too-many', detail: sayReason('too-many', language, { seconds: spoken.seconds }) };
      const region = await regionOf(ip, language, desk.config);
      const who = { account: site.site, address: from.address, language: tongue, device: deviceOf(agent), region };
      await desk.postgres.transaction((tx) => noteTrail(tx, who, data));
      hint(visitor);
      return { ok: true };
    },
    async here(visitor, isHere) {
      const whose = { account: visitor.site.site, address: visitor.from.address };
      if ((await noteHere(desk.postgres, whose, isHere)) && !isHere) hint(visitor);
    },
    stop: () => clearInterval(sweep),
  };
}
