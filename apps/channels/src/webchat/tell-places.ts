/** Tells open chats where they wait, and those who have not written yet what to expect: asked in one go, told on change. */
import type { ChatPlace, Waits } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import type { WebchatConfig } from './config.ts';
import { tellHours } from './tell-hours.ts';

export type Waiting = {
  account: string;
  address: string;
  visitor: Visitor;
  hasSpoken: boolean;
  tell(place: ChatPlace): void;
};

const eachMs = 3_000;
const most = 500;

export type TellPlaces = { enter(one: Waiting): void; leave(one: Waiting): void; stop(): void };

export function tellPlaces(desk: Desk<WebchatConfig>): TellPlaces {
  const told = new Map<Waiting, string>();
  let isAsking = false;
  const round = async () => {
    if (isAsking || told.size === 0) return;
    isAsking = true;
    const all = [...told.keys()];
    try {
      for (let from = 0; from < all.length; from += most) await tellSome(desk, all.slice(from, from + most), told);
    } finally {
      isAsking = false; // a socket that throws must not silence the others for ever
    }
  };
  const ask = () => void round().catch(() => undefined);
  const timer = setInterval(ask, eachMs).unref();
  return {
    enter(one) {
      told.set(one, 'null');
      ask();
    },
    leave: (one) => void told.delete(one),
    stop: () => clearInterval(timer),
  };
}

/** A desk that is closed promises nothing, and where nobody can say, nothing is said. */
async function tellSome(desk: Desk<WebchatConfig>, some: Waiting[], told: Map<Waiting, string>): Promise<void> {
  const { policy } = desk.settings;
  const isOpen = ({ visitor }: Waiting) => tellHours(visitor, policy, Date.now()).isOpen;
  const asking = policy.chat.showsPlace ? some.filter(isOpen) : [];
  const visitors = asking.map(({ account, address }) => ({ account, address }));
  const waits = asking.length > 0 ? await desk.waitsOf(visitors).catch(() => nothing) : nothing;
  for (const one of some) {
    const place = placeOf(one, waits, asking.indexOf(one));
    const text = JSON.stringify(place);
    if (!told.has(one) || told.get(one) === text) continue;
    told.set(one, text);
    one.tell(place);
  }
}

const nothing: Waits = { items: [], newcomer: null };

function placeOf({ hasSpoken }: Waiting, { items, newcomer }: Waits, at: number): ChatPlace {
  if (at < 0) return null;
  return items[at] ?? (hasSpoken || !newcomer ? null : { position: null, wait: newcomer });
}
