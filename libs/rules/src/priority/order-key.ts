/** The order key: arrival + first-response limit − boost. Lower is sooner, and it never changes by waiting. */
import type { Kind, OrderKeyParts, PolicyV1, Standard, Urgency } from '@trunkline/contracts';
import { minutesOf } from './minutes-of.ts';

export type Weighed = {
  /** Instant of the first message. */
  arrivedAt: string;
  standard: Standard;
  urgency: Urgency;
  kind: Kind | null;
  isVip: boolean;
  isSensitive: boolean;
  isCallBackAfterDrop: boolean;
  /** 0–10, of the label. */
  complexity: number;
  /** Said once by the clock: less than the warning share of the limit is left. */
  isNearLimit: boolean;
  /** Whose own minutes hold, where it names some. */
  queue?: string;
  /** The words that made it urgent, or sensitive, for whoever asks why. */
  words?: { urgency?: string[]; sensitive?: string[] };
};

/** `domain.md` §2. Of two with the same standard, who waited `cap` minutes longer is always first. */
export function orderKey(weighed: Weighed, policy: PolicyV1): OrderKeyParts {
  const { standards } = policy;
  const priority = minutesOf(weighed.queue, policy);
  const { urgency: urgentWords, sensitive: sensitiveWords } = weighed.words ?? {};
  const boosts = [
    { because: `urgency-${weighed.urgency}`, minutes: priority.urgency[weighed.urgency], ...spoken(urgentWords) },
    { because: 'is-vip', minutes: weighed.isVip ? priority.vip : 0 },
    { because: 'is-complaint', minutes: weighed.kind?.startsWith('complaint-') ? priority.complaint : 0 },
    { because: 'is-sensitive', minutes: weighed.isSensitive ? priority.sensitive : 0, ...spoken(sensitiveWords) },
    { because: 'call-back-after-drop', minutes: weighed.isCallBackAfterDrop ? priority.callBackAfterDrop : 0 },
    { because: 'is-complex', minutes: weighed.complexity },
    { because: 'limit-is-near', minutes: weighed.isNearLimit ? priority.nearLimit : 0 },
  ].filter((boost) => boost.minutes !== 0);
  const sum = boosts.reduce((minutes, boost) => minutes + boost.minutes, 0);
  const boostMinutes = Math.min(sum, priority.cap);
  const { firstResponseSeconds } = standards[weighed.standard];
  const arrivedAt = Date.parse(weighed.arrivedAt);
  return {
    arrivedAt: new Date(arrivedAt).toISOString(),
    firstResponseSeconds,
    boosts,
    boostMinutes,
    orderKey: arrivedAt + firstResponseSeconds * 1000 - boostMinutes * 60_000,
  };
}

const spoken = (words: string[] | undefined): { words?: string[] } => (words?.length ? { words } : {});
