/** What comes of handing a conversation on (`domain.md` §3): ours at all, this group's, a directive, too often, consent. */
import type { Because, Directive, ExternalPlace, Kind, PolicyV1, Standard, Transfer } from '@trunkline/contracts';
import { isAbout } from '../policy/is-about.ts';

export type TransferMatter = { topic: string | null; label: string | null; kind: Kind | null };
export type TransferAsked = TransferMatter & {
  to: Transfer['to'];
  consent?: Transfer['consent'] | undefined;
  how?: string | undefined;
  standard: Standard;
  queue: string;
  /** Who hands it on has taken it, so that the customer talks with them. */
  isHolder: boolean;
  /** A supervisor or administrator. */
  isLead: boolean;
  /** A named colleague's groups; null where none is named. */
  groups: readonly string[] | null;
  /** How often it left a group before. */
  bounces: number;
  directives: readonly Directive[];
  /** ISO */
  now: string;
};
export type TransferJudged =
  | { kind: 'external'; because: Because; place: ExternalPlace }
  | { kind: 'refused'; because: Because; place?: ExternalPlace; directive?: Directive }
  | { kind: 'goes' | 'asks' | 'tells' | 'to-supervisor'; because: Because };

const say = (code: string, values: Because['values'] = {}): Because => ({ code, values });

/**
 * Nobody is asked where the customer talks with nobody yet (it waits or rings), where it stays in the group they came
 * to, where a supervisor hands it on or gets it, or where they have agreed already. A directive binds agents.
 */
export function judgeTransfer(asked: TransferAsked, { transfer }: Pick<PolicyV1, 'transfer'>): TransferJudged {
  if ('external' in asked.to) return outside(asked.to.external, transfer.external);
  const theirs = transfer.external.find(({ when }) => namesAny(when) && isAbout(when, asked));
  if (theirs)
    return { kind: 'refused', because: say('outside-our-products', { place: theirs.name.en }), place: theirs };
  if (staysInGroup(asked)) return { kind: 'goes', because: say('stays-in-group') };
  if (asked.isLead) return { kind: 'goes', because: say('supervisor-hands-over') };
  const directive = directiveOn(asked);
  if (directive) return { kind: 'refused', because: say('no-transfer', { until: directive.untilAt }), directive };
  if (asked.isHolder && asked.bounces + 1 >= transfer.bouncesUntilSupervisor)
    return { kind: 'to-supervisor', because: say('third-bounce', { times: asked.bounces }) };
  return byConsent(asked, transfer);
}

function byConsent(asked: TransferAsked, transfer: PolicyV1['transfer']): TransferJudged {
  if (!asked.isHolder) return { kind: 'goes', because: say('nobody-holds-it') };
  if (!transfer.asksConsent.includes(asked.standard)) return { kind: 'tells', because: say('customer-is-told') };
  if (asked.consent !== 'given' && asked.standard === 'call') return { kind: 'asks', because: say('ask-in-words') };
  if (asked.consent !== 'given')
    return { kind: 'asks', because: say('consent-asked', { minutes: Math.ceil(transfer.consentSeconds / 60) }) };
  return asked.how?.trim()
    ? { kind: 'goes', because: say('consent-given') }
    : { kind: 'refused', because: say('consent-without-word') };
}

function outside(code: string, places: readonly ExternalPlace[]): TransferJudged {
  const place = places.find((one) => one.code === code);
  return place
    ? { kind: 'external', because: say('sent-outside', { place: place.name.en }), place }
    : { kind: 'refused', because: say('no-such-place', { place: code }) };
}

/** One that names nothing is chosen by hand. */
const namesAny = (when: ExternalPlace['when']): boolean => Object.values(when).some((value) => value !== undefined);

const staysInGroup = ({ to, queue, groups }: TransferAsked): boolean =>
  'queue' in to ? to.queue === queue : (groups ?? []).includes(queue);

/** The supervisor's word for this group now: for the label before the topic, for either before all of the group. */
export function directiveOn({
  queue,
  topic,
  label,
  directives,
  now,
}: Pick<TransferAsked, 'queue' | 'topic' | 'label' | 'directives' | 'now'>): Directive | undefined {
  const at = Date.parse(now);
  const weight = (one: Directive) => (one.label ? 2 : 0) + (one.topic ? 1 : 0);
  return directives
    .filter((one) => one.queue === queue && Date.parse(one.fromAt) <= at && at < Date.parse(one.untilAt))
    .filter((one) => (one.topic === null || one.topic === topic) && (one.label === null || one.label === label))
    .sort((one, other) => weight(other) - weight(one))[0];
}
