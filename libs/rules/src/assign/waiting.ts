/** Who waits, by class; who is kept for a former agent; who stands aside because routing gives it to nobody. */
import type { Because, Queue } from '@trunkline/contracts';
import type { AgentRows } from './agent-rows.ts';
import type { ConversationRow } from './conversation-row.ts';
import type { ConversationRows } from './conversation-rows.ts';
import { DueTimes } from './due-times.ts';
import { isRouted, type Room, restsFromIt } from './may-take.ts';
import { nextDue, passTime, tooOldAt, whyAside } from './pass-time.ts';
import { type RequiredNow, requiredNow } from './required-now.ts';
import { kept, sayWhy, whyNobody } from './say-why.ts';
import type { Spoken } from './spoken.ts';
import type { WhoCan } from './who-can.ts';
import type { WorkClass } from './work-class.ts';

type Parts = { rows: ConversationRows; agents: AgentRows; whoCan: WhoCan; spoken: Spoken; room: Room };

/** In `place`: not in a queue, and kept for the former agent. */
const [nowhere, keptPlace] = [-1, -2];

export class Waiting {
  /** Looked at since: whoever of them goes on waiting says why. */
  readonly asked = new Set<number>();
  readonly due: DueTimes;
  /** Former agents for whom something is kept and whose room may have changed. */
  private readonly awake = new Set<number>();
  private readonly preferring = new Map<number, Set<number>>();
  private readonly keptFor = new Map<number, Set<number>>();
  /** Due times of those who have more than one thing coming. */
  private readonly dueOf = new Map<number, number>();

  constructor(private readonly parts: Parts) {
    const { rows } = parts;
    const places = {
      placeOf: (slot: number) => rows.duePlace[slot]!,
      putAt: (slot: number, place: number) => {
        rows.duePlace[slot] = place;
      },
    };
    this.due = new DueTimes(places, (slot) => this.dueAt(slot));
  }

  add(slot: number): void {
    const { rows } = this.parts;
    this.asked.add(slot);
    rows.place[slot] = nowhere;
    if (this.whyAside(slot)) return;
    const former = this.formerOf(slot);
    if (former >= 0) addTo(this.preferring, former, slot);
    if (former >= 0 && this.isKept(slot, former)) {
      rows.place[slot] = keptPlace;
      addTo(this.keptFor, former, slot);
      this.awake.add(former);
    } else {
      const one = this.classOf(slot);
      one.waiting.add(slot);
      this.parts.whoCan.reckon(one);
    }
    if (rows.rareOf(slot)) this.dueOf.set(slot, nextDue(rows.row(slot), this.parts.room.policy));
    this.due.add(slot);
  }

  /** Before anything of it changes by which it stands where it does. */
  remove(slot: number): void {
    const { rows, whoCan } = this.parts;
    this.due.remove(slot);
    this.dueOf.delete(slot);
    this.asked.delete(slot);
    const former = this.preferring.size > 0 ? this.preferredOf(slot) : -1;
    if (former >= 0) takeFrom(this.preferring, former, slot);
    if (rows.place[slot]! >= 0) {
      const one = this.classOf(slot);
      one.waiting.remove(rows.place[slot]!);
      whoCan.reckon(one);
    } else if (rows.place[slot] === keptPlace) takeFrom(this.keptFor, former, slot);
    rows.place[slot] = nowhere;
  }

  /** Whatever is due by now happens; `change` is called before each that changes. */
  passTime(at: number, change: (conversation: ConversationRow) => void): void {
    if (this.due.next > at) return;
    const { rows, room } = this.parts;
    for (const slot of this.due.takeDue(at)) {
      const row = rows.row(slot);
      this.remove(slot);
      if (!this.whyAside(slot)) passTime(row, room, () => change(row));
      this.add(slot);
    }
  }

  /** Those for whom this agent comes first. */
  preferringOf(agent: number): number[] {
    return [...(this.preferring.get(agent) ?? [])];
  }

  /** An agent's room has changed. */
  wake(agent: number): void {
    if (this.keptFor.has(agent)) this.awake.add(agent);
  }

  /** The soonest of all whom somebody could be given now; -1 where there is none. */
  soonest(): number {
    const { rows, whoCan } = this.parts;
    let soonest = -1;
    const take = (slot: number) => {
      if (slot >= 0 && (soonest < 0 || rows.isBefore(slot, soonest))) soonest = slot;
    };
    for (const one of whoCan.open) {
      if (soonest < 0 || rows.isBefore(one.waiting.first, soonest)) take(this.firstToGive(one));
    }
    for (const agent of this.awake) {
      const slot = this.firstKept(agent);
      if (slot < 0) this.awake.delete(agent);
      take(slot);
    }
    return soonest;
  }

  isKeptPlace(slot: number): boolean {
    return this.parts.rows.place[slot] === keptPlace;
  }

  /** How many of those who could take it rest from it. */
  resting(slot: number, one: WorkClass): number {
    return this.whyResting(slot, one).length;
  }

  private whyResting(slot: number, one: WorkClass): string[] {
    const tried = this.parts.rows.rareOf(slot)?.tried;
    if (!tried) return [];
    const { agents, whoCan, room, rows } = this.parts;
    const row = rows.row(slot);
    return tried.flatMap(({ agentId }) => {
      const agent = agents.get(agentId);
      const because = agent && whoCan.isAble(agent.slot, one) ? restsFromIt(agent, row, room.at) : null;
      return because ? [because.code] : [];
    });
  }

  classOf(slot: number): WorkClass {
    const { rows, whoCan } = this.parts;
    const work = rows.workAt(slot);
    const ring = rows.ring[slot]!;
    const number = work.classes[ring];
    if (number !== undefined) return whoCan.classes[number]!;
    const { queue, standard, weight } = work;
    const made = whoCan.classFor({ ...this.asksNow(rows.row(slot)), queue, standard, weight });
    work.classes[ring] = made.number;
    return made;
  }

  private asksNow(row: ConversationRow): RequiredNow {
    const { room, spoken } = this.parts;
    return requiredNow(row, room.policy, (language) => spoken.has(row.queue, language));
  }

  why(slot: number): Because {
    const aside = this.whyAside(slot);
    if (aside) return aside;
    const { rows, agents, whoCan, room } = this.parts;
    const row = rows.row(slot);
    if (this.isKeptPlace(slot)) return kept(agents.get(row.preferredAgentId!)!.record!.name, row.preferredUntil!);
    const one = this.classOf(slot);
    const because = sayWhy(one, () => whoCan.missingSkill(one), room);
    if (because) return because;
    return whyNobody(this.whyResting(slot, one), one.limited > 0);
  }

  /** Call when classes are to be made anew: what waits must be taken out before. */
  forgetClasses(queue?: Queue['code']): void {
    for (const work of this.parts.rows.works) if (queue === undefined || work.queue === queue) work.classes = [];
  }

  whyAside(slot: number): Because | null {
    const { rows, room } = this.parts;
    return whyAside(rows.workAt(slot).queue, rows.arrivedAt(slot), room);
  }

  private firstToGive(one: WorkClass): number {
    const { first } = one.waiting;
    if (!this.parts.rows.rareOf(first)?.tried) return first;
    let found = -1;
    one.waiting.visit((slot) => {
      if (one.inTurn.size > this.resting(slot, one)) found = slot;
      return found >= 0;
    });
    return found;
  }

  private firstKept(agent: number): number {
    const { rows, whoCan } = this.parts;
    let first = -1;
    for (const slot of this.keptFor.get(agent) ?? []) {
      if (!whoCan.isAble(agent, this.classOf(slot))) continue;
      if (first < 0 || rows.isBefore(slot, first)) first = slot;
    }
    return first;
  }

  /** The former agent while they come first, or -1. */
  private formerOf(slot: number): number {
    const rare = this.parts.rows.rareOf(slot);
    if (!rare?.preferredAgentId || !rare.preferredUntil || rare.preferredUntil <= this.parts.room.at) return -1;
    return this.preferredOf(slot);
  }

  private preferredOf(slot: number): number {
    const id = this.parts.rows.rareOf(slot)?.preferredAgentId;
    return id ? this.parts.agents.meet(id).slot : -1;
  }

  private isKept(slot: number, former: number): boolean {
    const { rows, agents, whoCan } = this.parts;
    const agent = agents.row(former);
    if (!isRouted(agent) || agent.presence !== 'online') return false;
    if (rows.rareOf(slot)?.tried?.some((one) => one.agentId === agent.id)) return false;
    return whoCan.isMember(former, this.classOf(slot));
  }

  private dueAt(slot: number): number {
    const odd = this.dueOf.size > 0 ? this.dueOf.get(slot) : undefined;
    if (odd !== undefined) return odd;
    const { rows, room } = this.parts;
    const widens = rows.widenAt[slot]!;
    const isOld = room.policy.assignment.leavesAfterHours !== null;
    const old = isOld ? tooOldAt(rows.arrivedAt(slot), room.policy) : Number.POSITIVE_INFINITY;
    return widens < old ? widens : old;
  }
}

function addTo(sets: Map<number, Set<number>>, key: number, one: number): void {
  const known = sets.get(key);
  if (known) known.add(one);
  else sets.set(key, new Set([one]));
}

function takeFrom(sets: Map<number, Set<number>>, key: number, one: number): void {
  const known = sets.get(key);
  known?.delete(one);
  if (known?.size === 0) sets.delete(key);
}
