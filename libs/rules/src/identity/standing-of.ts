/** Says what an address may prove, by the checks that its mails passed or failed. */
import type { MessageReceivedV1 } from '@trunkline/contracts';

/** `proven`: a mail of it passed DMARC, or it was verified. `forged`: all that is known of it failed. */
export type Standing = 'proven' | 'plain' | 'forged';

/** DMARC says of itself what a receiver should make of SPF and DKIM (RFC 7489): only its word counts. */
export const isForged = ({ checks }: Pick<MessageReceivedV1, 'checks'>): boolean => checks?.dmarc.result === 'fail';

export function standingOf(message: Pick<MessageReceivedV1, 'checks'>): Standing {
  if (isForged(message)) return 'forged';
  return message.checks?.dmarc.result === 'pass' ? 'proven' : 'plain';
}

const rank: Standing[] = ['forged', 'plain', 'proven'];

/** The best that was ever seen stands: somebody who forges an address takes nothing from its owner. */
export const betterStanding = (one: Standing, other: Standing): Standing =>
  rank.indexOf(one) >= rank.indexOf(other) ? one : other;
