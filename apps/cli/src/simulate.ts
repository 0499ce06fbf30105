/** `trunkline simulate`: how long people would wait on drawn days, with and without a change. */
import { DayProfile, type PolicyV1 } from '@trunkline/contracts';
import {
  defaultPolicy,
  drawScript,
  drawSome,
  isZone,
  localMidnight,
  profileOfRecord,
  type Script,
  type Simulated,
  seeded,
  simulateDay,
  takeAway,
  usualDay,
} from '@trunkline/rules';
import { withGateway } from './ask-gateway.ts';
import { demandPolicy } from './judge-policy.ts';
import { readJson } from './read-json.ts';
import { askLog, readLogFile } from './read-log.ts';
import { readSettings } from './read-settings.ts';
import { everything, readSpan } from './read-span.ts';
import { WrongUse } from './refused.ts';
import { hearAll } from './replay.ts';
import { saySimulated } from './say-simulated.ts';
import type { Asked, ExitCode } from './verb.ts';

type Day = { profile: DayProfile; policy: PolicyV1 };

export async function simulate(asked: Asked): Promise<ExitCode> {
  const { values } = asked;
  const days = wholeNumber(asked, 'days', 1, 366);
  const seed = wholeNumber(asked, 'seed', Math.floor(Math.random() * 1e9), 2 ** 32 - 1);
  const change = readChange(asked);
  const tried = values.policy === undefined ? undefined : await demandPolicy(String(values.policy));
  const { profile, policy } = await readDay(asked, tried);
  const startsAt = localMidnight(profile.tz, Date.UTC(2026, 0, 5, 12));
  const random = seeded(seed);
  const script = drawScript({ profile, policy, startsAt, days, random });
  const without = simulateDay(script, policy, startsAt);
  let changed: Simulated | undefined;
  if (tried || change) {
    const away = change ? fewer(script, { ...change, startsAt, random, profile }) : script;
    changed = simulateDay(away, tried ?? policy, startsAt);
  }
  await saySimulated({ seed, days, without, changed }, values.json === true);
  return 0;
}

/** From a recorded span, a file, or the usual day; the policy is the one in force there, or the one that ships. */
async function readDay(asked: Asked, tried: PolicyV1 | undefined): Promise<Day> {
  const { profile, log, from, tz = 'UTC' } = asked.values as Record<string, string | undefined>;
  if (!isZone(tz)) throw new WrongUse(`there is no time zone ${tz}`);
  if (profile !== undefined) return { profile: await readProfile(profile), policy: defaultPolicy };
  if (log === undefined && from === undefined)
    return { profile: { ...usualDay([defaultPolicy, tried ?? defaultPolicy]), tz }, policy: defaultPolicy };
  const span = from === undefined ? everything : readSpan(asked);
  const heard =
    log === undefined
      ? await withGateway(readSettings(asked), (ask) => hearAll(askLog(ask, span), span))
      : await hearAll(readLogFile(log), span);
  const { script, book, policy } = heard.recorded(from === undefined ? heard.end : span.to);
  const startsAt = localMidnight(tz, Date.parse(script.start.at));
  return { profile: profileOfRecord({ script, book, tz, startsAt }), policy };
}

async function readProfile(name: string): Promise<DayProfile> {
  const { data, error } = DayProfile.safeParse(await readJson(name));
  if (data && isZone(data.tz)) return data;
  const [issue] = error?.issues ?? [];
  throw new WrongUse(`${name}: ${issue ? `${issue.path.join('.')}: ${issue.message}` : 'there is no such time zone'}`);
}

type Change = { count: number; from: number; to: number };

function readChange(asked: Asked): Change | undefined {
  const { between } = asked.values;
  const count = wholeNumber(asked, 'agents-fewer', 0, 10_000);
  if (count === 0 && between === undefined) return undefined;
  if (count === 0) throw new WrongUse('--between goes with --agents-fewer');
  const [, ...parts] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(String(between ?? '00:00-24:00')) ?? [];
  const [hour = 0, minute = 0, endHour = 0, endMinute = 0] = parts.map(Number);
  const [from, to] = [hour * 60 + minute, endHour * 60 + endMinute];
  if (parts.length === 0 || from >= to || to > 1440) throw new WrongUse('--between is like 12:00-13:00');
  return { count, from: from * 60_000, to: to * 60_000 };
}

type Fewer = Change & { startsAt: number; random: () => number; profile: DayProfile };

/** Drawn among those on duty at some time of it. */
function fewer(script: Script, { count, from, to, startsAt, random, profile }: Fewer): Script {
  const onDuty = profile.shifts.filter((shift) => shift.from * 60_000 < to && shift.to * 60_000 > from);
  if (onDuty.length < count) throw new WrongUse(`only ${onDuty.length} are on duty then`);
  const agents = drawSome(random, count, onDuty.length).map((at) => onDuty[at]!.record.id);
  return takeAway(script, { agents, from, to, startsAt });
}

function wholeNumber({ values }: Asked, name: string, usual: number, most: number): number {
  const given = values[name];
  if (given === undefined) return usual;
  if (!/^\d{1,10}$/.test(String(given)) || Number(given) > most)
    throw new WrongUse(`--${name} is a whole number up to ${most}`);
  return Number(given);
}
