/** The classes of work, who can take which, and whose turn it is in each: kept in step with every change of an agent. */
import type { StaffV1, Standard } from '@trunkline/contracts';
import type { AgentRow, AgentRows } from './agent-rows.ts';
import type { ConversationRows } from './conversation-rows.ts';
import { IndexedHeap } from './indexed-heap.ts';
import {
  hadTheirShare,
  isInGroup,
  isRouted,
  lackingSkill,
  type Room,
  roomFor,
  servesStandard,
  takesStandard,
} from './may-take.ts';
import { limited, Memberships, outside } from './memberships.ts';
import { queueOf } from './required-now.ts';
import { type Asks, keyOf, turnsOf, type WorkClass } from './work-class.ts';

const levels = 16;

export class WhoCan {
  readonly classes: WorkClass[] = [];
  /** Where somebody waits and somebody could take it. */
  readonly open: WorkClass[] = [];
  readonly memberships = new Memberships();
  private byKey = new Map<string, WorkClass>();
  private ofGroup = new Map<string, WorkClass[]>();
  /** How many online agents of a group have a skill, by level. */
  private online = new Map<string, Map<string, Int32Array>>();
  onlineCount = 0;
  awayCount = 0;

  constructor(
    private readonly agents: AgentRows,
    private readonly conversations: ConversationRows,
    private readonly room: Room,
  ) {}

  /** The class of this work, made where there was none; who can take it is worked out once. */
  classFor(asks: Asks): WorkClass {
    const key = keyOf(asks);
    const known = this.byKey.get(key);
    if (known) return known;
    const made = this.make(asks);
    this.byKey.set(key, made);
    this.classes.push(made);
    for (const group of asks.groups) this.classesOf(group).push(made);
    for (const agent of this.agents.rows) if (isRouted(agent)) this.enroll(agent, made);
    return made;
  }

  classesOf(group: string): WorkClass[] {
    const known = this.ofGroup.get(group) ?? [];
    this.ofGroup.set(group, known);
    return known;
  }

  /** Before a record changes, or somebody comes online or goes. */
  leave(agent: AgentRow): void {
    if (!isRouted(agent)) return;
    this.countPresence(agent, -1);
    this.reindex(agent.slot, true);
  }

  /** After it. */
  enter(agent: AgentRow, isOtherRecord: boolean): void {
    if (isOtherRecord) this.memberships.set(agent.slot, this.canTake(agent));
    if (!isRouted(agent)) return;
    this.countPresence(agent, 1);
    this.reindex(agent.slot, false);
  }

  /** Puts an agent where they belong in each class's order; nobody else's keys may have changed. */
  reindex(slot: number, isLeaving: boolean): void {
    const { classOf, place, start, count } = this.memberships;
    const agent = this.agents.row(slot);
    const isThere = !isLeaving && agent.presence === 'online';
    let lookedFor: Standard | null = null;
    let room = 0;
    const inside = isThere && hadTheirShare(agent, this.room) ? limited : 0;
    for (let at = start[slot]!, end = at + count[slot]!; at < end; at++) {
      const one = this.classes[classOf[at]!]!;
      if (isThere && one.standard !== lookedFor) {
        lookedFor = one.standard;
        room = roomFor(agent, one.standard, this.room);
      }
      const now = isThere && room >= one.weight ? inside : outside;
      const was = place[at]!;
      if (was < 0 && was === now) continue;
      if (was === limited) one.limited -= 1;
      if (now === limited) one.limited += 1;
      if (was >= 0 && now === 0) one.inTurn.changed(was);
      else if (was >= 0) one.inTurn.remove(was);
      else if (now === 0) one.inTurn.add(slot);
      if (now < 0) place[at] = now;
      this.reckon(one);
    }
  }

  /** Whether they could be given it at once. */
  isAble(slot: number, one: WorkClass): boolean {
    const at = this.memberships.find(slot, one.number);
    return at >= 0 && this.memberships.place[at]! >= 0;
  }

  isMember(slot: number, one: WorkClass): boolean {
    return this.memberships.find(slot, one.number) >= 0;
  }

  /** Keeps the list of classes where something can be given. */
  reckon(one: WorkClass): void {
    const isOpen = one.waiting.size > 0 && one.inTurn.size > 0;
    if (isOpen === one.openPlace >= 0) return;
    if (isOpen) {
      one.openPlace = this.open.push(one) - 1;
      return;
    }
    const last = this.open.pop()!;
    if (last !== one) {
      this.open[one.openPlace] = last;
      last.openPlace = one.openPlace;
    }
    one.openPlace = -1;
  }

  /** Of what nobody online has all of: the skill that nobody there has at its level. */
  missingSkill({ groups, skills }: Asks): [string, number] | undefined {
    return skills.find(([skill, level]) =>
      groups.every((group) => (this.online.get(group)?.get(skill)?.[Math.min(level, levels - 1)] ?? 0) === 0),
    );
  }

  clear(): void {
    this.classes.length = 0;
    this.open.length = 0;
    this.byKey.clear();
    this.ofGroup.clear();
    this.memberships.clear();
  }

  get bytes(): { agents: number; waiting: number } {
    const sum = (of: 'inTurn' | 'waiting') => this.classes.reduce((all, one) => all + one[of].bytes, 0);
    return { agents: this.memberships.bytes + sum('inTurn'), waiting: sum('waiting') };
  }

  private make(asks: Asks): WorkClass {
    const { agents, conversations, memberships } = this;
    const number = this.classes.length;
    const mode = queueOf(this.room.policy, asks.queue)?.mode ?? 'least-loaded';
    const waiting = new IndexedHeap({
      isBefore: (one, other) => conversations.isBefore(one, other),
      putAt: (one, place) => {
        conversations.place[one] = place;
      },
    });
    const inTurn = new IndexedHeap({
      isBefore: turnsOf(agents, { ...asks, mode }),
      putAt: (one, place) => {
        memberships.place[memberships.find(one, number)] = place;
      },
    });
    const { queue, groups, skills, requires, standard, weight } = asks;
    const nobody = { inGroup: 0, skilled: 0, could: 0, phoneless: 0, limited: 0, openPlace: -1 };
    return { queue, groups, skills, requires, standard, weight, number, mode, waiting, inTurn, ...nobody };
  }

  private enroll(agent: AgentRow, made: WorkClass): void {
    if (!isInGroup(agent, made)) return;
    if (agent.presence === 'online') countIn(agent, made, 1);
    if (lackingSkill(agent, made) || !takesStandard(agent, made.standard)) return;
    this.memberships.add(agent.slot, made.number);
    if (agent.presence !== 'online' || roomFor(agent, made.standard, this.room) < made.weight) return;
    if (!hadTheirShare(agent, this.room)) made.inTurn.add(agent.slot);
    else {
      this.memberships.place[this.memberships.find(agent.slot, made.number)] = limited;
      made.limited += 1;
    }
  }

  private canTake(agent: AgentRow): number[] {
    if (!isRouted(agent)) return [];
    const able: number[] = [];
    for (const one of this.theirs(agent.record!)) {
      if (!lackingSkill(agent, one) && takesStandard(agent, one.standard)) able.push(one.number);
    }
    return able.sort((a, b) => a - b);
  }

  /** The classes of an agent's groups, each once. */
  private *theirs({ groups }: StaffV1): Generator<WorkClass> {
    for (const group of new Set(groups)) {
      for (const one of this.classesOf(group)) {
        if (one.groups.find((any) => groups.includes(any)) === group) yield one;
      }
    }
  }

  private countPresence(agent: AgentRow, by: 1 | -1): void {
    if (agent.presence === 'away') this.awayCount += by;
    if (agent.presence !== 'online') return;
    this.onlineCount += by;
    this.countOnline(agent, by);
  }

  private countOnline(agent: AgentRow, by: 1 | -1): void {
    const { groups, skills } = agent.record!;
    for (const one of this.theirs(agent.record!)) countIn(agent, one, by);
    for (const group of new Set(groups)) {
      const known = this.online.get(group) ?? new Map<string, Int32Array>();
      this.online.set(group, known);
      for (const [skill, level] of Object.entries(skills)) {
        const counts = known.get(skill) ?? new Int32Array(levels);
        known.set(skill, counts);
        for (let at = 0; at <= Math.min(level, levels - 1); at++) counts[at]! += by;
      }
    }
  }
}

function countIn(agent: AgentRow, one: WorkClass, by: 1 | -1): void {
  one.inGroup += by;
  if (lackingSkill(agent, one)) return;
  one.skilled += by;
  if (takesStandard(agent, one.standard)) one.could += by;
  else if (servesStandard(agent, one.standard)) one.phoneless += by;
}
