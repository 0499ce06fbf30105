/** Says who is told next of a matter on the ladder, from when on, and how long they have (`domain.md` §3, §6). */
import type { AgentId, Because, LadderLevel, PolicyV1, Role, Trigger } from '@trunkline/contracts';
import { isOpenAt, nextOpen } from '../deadline/business-time.ts';
import { wakes } from './begins-at.ts';
import { type Around, tellWhom } from './tell-whom.ts';

/** Why a level was told, or passed over. */
export type LevelWorking = { level: number; because: Because };
export type NextLevel =
  | {
      kind: 'tell';
      level: number;
      role: Role | null;
      people: AgentId[];
      isNobodyThere: boolean;
      /** Codes of notification targets. */
      notify: string[];
      acknowledgeSeconds: number;
      working: LevelWorking[];
    }
  /** All that are left are quiet: ask again when the first of them opens. */
  | { kind: 'wait'; until: number; working: LevelWorking[] }
  | { kind: 'stay'; because: 'top-of-ladder' };
export type LadderAsked = {
  /** The highest level that was told; before the first, one below where the trigger begins. */
  after: number;
  trigger: Trigger;
  queue: string;
  hiddenFrom: readonly AgentId[];
};
type Policy = Pick<PolicyV1, 'time' | 'calendars'>;

/** `domain.md` §3: where nobody of a level is signed in, the next is told this soon. */
const whenNobodyIsThere = 60;

/** Levels are taken in the order of their numbers; gaps are no matter. */
export function nextLevel(asked: LadderAsked, policy: Policy, around: Around): NextLevel {
  const above = policy.time.ladder.filter(({ level }) => level > asked.after).sort((a, b) => a.level - b.level);
  if (above.length === 0) return { kind: 'stay', because: 'top-of-ladder' };
  const isQuiet = (level: LadderLevel) => isQuietAt(level, around.at, policy) && !wakes(asked.trigger, policy);
  const awake = above.filter((level) => !isQuiet(level));
  const [next] = awake;
  const passed = above.filter(({ level }) => !next || level < next.level).map(sayQuiet);
  if (next) return tell(next, { asked, around, passed, isLast: awake.length === 1 });
  const until = firstOpening(above, around.at, policy);
  if (until !== undefined) return { kind: 'wait', until, working: passed };
  return tell(above[0] as LadderLevel, { asked, around, passed: [], isLast: true }); // none opens ever again
}

type Telling = { asked: LadderAsked; around: Around; passed: LevelWorking[]; isLast: boolean };

function tell(level: LadderLevel, { asked, around, passed, isLast }: Telling): NextLevel {
  const { role, people, isNobodyThere, because } = tellWhom({ ...asked, level, isLast }, around);
  const patient = level.acknowledgeMinutes * 60;
  return {
    kind: 'tell',
    level: level.level,
    role,
    people,
    isNobodyThere,
    notify: level.notify,
    acknowledgeSeconds: isNobodyThere && !isLast ? Math.min(patient, whenNobodyIsThere) : patient,
    working: [...passed, { level: level.level, because }],
  };
}

/** A calendar that is not there, or never opens, keeps nobody from being told. */
function isQuietAt({ pagedWhile }: LadderLevel, at: number, { calendars }: Policy): boolean {
  const calendar = pagedWhile === null ? undefined : calendars[pagedWhile];
  const open = calendar && isOpenAt(calendar, at);
  return open?.ok === true && !open.value;
}

function firstOpening(levels: readonly LadderLevel[], at: number, { calendars }: Policy): number | undefined {
  const openings = levels.flatMap(({ pagedWhile }) => {
    const calendar = pagedWhile === null ? undefined : calendars[pagedWhile];
    const opening = calendar && nextOpen(calendar, at);
    return opening?.ok ? [opening.value] : [];
  });
  return openings.length === 0 ? undefined : Math.min(...openings);
}

const sayQuiet = ({ level }: LadderLevel): LevelWorking => ({
  level,
  because: { code: 'quiet-hours', values: { level } },
});
