/** Where a customer who does not pick up is written to instead: an address of theirs that keeps a message for them. */
import type { Standard } from '@trunkline/contracts';

export type WayToWrite = {
  channel: string;
  address: string;
  standard: Standard;
  /** A chat that is open only while they are there. */
  isLive: boolean;
};

/** Of their addresses, in this order; a chat is the last resort: it shows the words when they come back. */
const order: Standard[] = ['mail', 'sms', 'social', 'chat'];

/** Null where they have no other: a telephone carries no text. Of equals the first given. */
export function anotherWay<Way extends WayToWrite>(
  ways: readonly Way[],
  called: Pick<WayToWrite, 'channel' | 'address'>,
): Way | null {
  const others = ways.filter(
    (way) =>
      way.standard !== 'call' &&
      way.address !== '' &&
      !(way.channel === called.channel && way.address === called.address),
  );
  const rank = ({ standard, isLive }: Way) => (isLive ? order.length : order.indexOf(standard));
  return others.reduce<Way | null>((best, way) => (best === null || rank(way) < rank(best) ? way : best), null);
}

/** The number to call where nobody names one: theirs on a channel that goes to a telephone; else where they wrote from. */
export function whomToCall<Way extends WayToWrite>(ways: readonly Way[], own: Way): Way {
  const hasNumber = ({ address }: Way) => /^\+?\d{6,15}$/.test(address);
  const rings = ({ standard }: Way) => standard === 'call' || standard === 'sms';
  return [own, ...ways].find((way) => rings(way) && hasNumber(way)) ?? own;
}
