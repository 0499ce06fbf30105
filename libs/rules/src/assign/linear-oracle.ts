/** The slow truth the engine is held against: after every input it looks at everybody for everyone who waits, in order. */
import type { PolicyV1, Queue, StaffV1 } from '@trunkline/contracts';

export type OracleAgent = {
  record: StaffV1;
  isOnline: boolean;
  load: number;
  given: Record<string, number>;
  levelSince: number;
  lastGiven: number;
  idleSince: string | null;
};
export type OracleItem = {
  name: string;
  queue: string;
  requires: Record<string, number>;
  weight: number;
  key: number;
  arrival: number;
  missedBy: string[];
  agent: string | null;
};

/** Covers turns, room, skills, groups and missed offers; rings, former agents and transfers have tables of their own. */
export class LinearOracle {
  readonly agents = new Map<string, OracleAgent>();
  readonly items = new Map<string, OracleItem>();
  private order = 0;
  private at = '';

  constructor(private readonly policy: PolicyV1) {}

  /** Gives what was newly given, in order: `item → agent`. */
  settle(at: string): string[] {
    this.at = at;
    const given: string[] = [];
    const waiting = [...this.items.values()].filter((item) => item.agent === null);
    for (const item of waiting.sort((a, b) => a.key - b.key || a.arrival - b.arrival)) {
      const agent = this.next(item);
      if (!agent) continue;
      this.give(item, agent);
      given.push(`${item.name} → ${agent}`);
    }
    return given;
  }

  load(name: string, weight: number, at: string): void {
    const agent = this.agents.get(name)!;
    const before = level(agent);
    agent.load += weight;
    if (level(agent) !== before) agent.levelSince = ++this.order;
    agent.idleSince = agent.load > 0 ? null : (agent.idleSince ?? at);
  }

  online(name: string, at: string): void {
    const agent = this.agents.get(name)!;
    agent.isOnline = true;
    agent.levelSince = ++this.order;
    agent.idleSince = agent.load > 0 ? null : at;
    for (const group of agent.record.groups) {
      const others = [...this.agents.values()].filter(
        (one) => one !== agent && one.isOnline && one.record.groups.includes(group),
      );
      if (others.length === 0) continue;
      agent.given[group] = Math.max(agent.given[group] ?? 0, Math.min(...others.map((one) => one.given[group] ?? 0)));
    }
  }

  private give(item: OracleItem, name: string): void {
    item.agent = name;
    this.load(name, item.weight, this.at);
    const agent = this.agents.get(name)!;
    agent.lastGiven = ++this.order;
    agent.given[item.queue] = (agent.given[item.queue] ?? 0) + 1;
  }

  private next(item: OracleItem): string | undefined {
    const able = [...this.agents].filter(([, agent]) => isAble(agent, item));
    const fresh = able.filter(([name]) => !item.missedBy.includes(name));
    if (fresh.length === 0) return item.missedBy.find((name) => able.some(([one]) => one === name));
    const mode = this.policy.queues.find((queue) => queue.code === item.queue)!.mode;
    let best = fresh[0]!;
    for (const one of fresh.slice(1)) if (isBefore(one[1], best[1], { item, mode })) best = one;
    return best[0];
  }
}

const level = ({ load, record }: OracleAgent) =>
  record.capacity === 0 ? 16 : Math.floor((load * 16) / record.capacity);

function isAble({ isOnline, load, record }: OracleAgent, item: OracleItem): boolean {
  const hasSkills = Object.entries(item.requires).every(([skill, least]) => (record.skills[skill] ?? 0) >= least);
  return isOnline && record.groups.includes(item.queue) && hasSkills && load + item.weight <= record.capacity;
}

function isBefore(a: OracleAgent, b: OracleAgent, { item, mode }: { item: OracleItem; mode: Queue['mode'] }): boolean {
  const keysOf = (agent: OracleAgent): (number | string)[] => {
    const idle = agent.idleSince === null ? '9' : agent.idleSince;
    if (mode === 'even') return [agent.given[item.queue] ?? 0, agent.lastGiven];
    if (mode === 'least-loaded') return [level(agent), agent.levelSince];
    if (mode === 'longest-idle') return [idle, agent.lastGiven];
    const ability = Object.keys(item.requires).reduce((sum, skill) => sum + (agent.record.skills[skill] ?? 0), 0);
    return [-ability, idle, agent.lastGiven];
  };
  const [left, right] = [
    [...keysOf(a), a.record.id],
    [...keysOf(b), b.record.id],
  ];
  const place = left.findIndex((key, at) => key !== right[at]);
  return place >= 0 && left[place]! < right[place]!;
}
