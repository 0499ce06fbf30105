/** A desk that specs talk to in short: people come, conversations wait, and it says what the engine decided. */
import type { AgentId, AssignmentId, ConversationId, PolicyV1, Queue, StaffV1, Standard } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { Engine } from './engine.ts';
import type { EngineInput, InputBodies, InputKind } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';

const idOf = (kind: string, name: string | number) =>
  `00000000-0000-7000-${kind}-${Buffer.from(String(name)).toString('hex').padStart(12, '0').slice(-12)}`;
export const agentId = (name: string) => idOf('8a00', name) as AgentId;
export const conversationId = (name: string | number) => idOf('8c00', name) as ConversationId;

export const policyOf = (queues: Partial<Queue>[], rest: Partial<PolicyV1> = {}): PolicyV1 => ({
  ...defaultPolicy,
  queues: queues.map((queue) => ({
    code: 'service',
    name: { en: 'Service', zh: '客服' },
    mode: 'least-loaded',
    requires: {},
    calendar: 'always',
    direct: ['mail', 'sms'],
    widensTo: null,
    archived: false,
    priority: {},
    ...queue,
  })),
  ...rest,
});

export const staffOf = (name: string, rest: Partial<StaffV1> = {}): StaffV1 => ({
  id: agentId(name),
  email: `${name}@desk.example`,
  name,
  number: '1',
  role: 'agent',
  language: 'en',
  groups: ['service'],
  skills: {},
  capacity: 6,
  standards: [],
  active: true,
  ...rest,
});

type Asked = Partial<InputBodies['waits']> & { minutesAgo?: number; boostMinutes?: number };

export class DeskForSpecs {
  engine: Engine;
  readonly heard: EngineInput[] = [];
  private ms = Date.parse('2026-11-22T09:00:00.000Z');

  constructor(
    readonly policy: PolicyV1 = policyOf([{}]),
    engine?: Engine,
  ) {
    this.engine = engine ?? new Engine(policy);
  }

  /** A new engine goes on from what the old one remembered. */
  rebuild(): void {
    const rebuilt = new Engine(this.engine.policy);
    rebuilt.restore(JSON.parse(JSON.stringify(this.engine.snapshot())), this.engine.at);
    this.engine = rebuilt;
  }

  get now(): string {
    return new Date(this.ms).toISOString();
  }

  pass(seconds: number): this {
    this.ms += seconds * 1000;
    return this;
  }

  hear<Kind extends InputKind>(
    kind: Kind,
    body: InputBodies[Kind],
    of: { conversation?: string; agent?: string } = {},
  ) {
    const number = this.heard.length + 1;
    const input = {
      id: number,
      step: number,
      at: this.now,
      kind,
      conversationId: of.conversation === undefined ? null : conversationId(of.conversation),
      agentId: of.agent === undefined ? null : agentId(of.agent),
      routingVersion: number,
      body,
    } as EngineInput;
    this.heard.push(input);
    return this.engine.hear(structuredClone(input));
  }

  comes(name: string, rest: Partial<StaffV1> = {}): EngineOutcome[] {
    const { id: _, ...known } = this.engine.agent(agentId(name))?.record ?? staffOf(name);
    this.hear('staff', { record: { ...known, id: agentId(name), ...rest } }, { agent: name });
    return this.hear('presence', { state: 'online', because: { code: 'signed-in' } }, { agent: name });
  }

  goes(name: string, code = 'signed-out'): EngineOutcome[] {
    return this.hear('presence', { state: 'offline', because: { code } }, { agent: name });
  }

  waits(conversation: string, asked: Asked = {}): EngineOutcome[] {
    const { minutesAgo = 0, boostMinutes = 0, ...rest } = asked;
    const standard: Standard = rest.standard ?? 'chat';
    const { firstResponseSeconds, weight } = this.policy.standards[standard];
    const arrivedAt = this.ms - minutesAgo * 60_000;
    const orderKey = arrivedAt + firstResponseSeconds * 1000 - boostMinutes * 60_000;
    return this.hear(
      'waits',
      {
        queue: 'service',
        standard,
        language: 'en',
        requires: {},
        weight,
        live: standard === 'chat' || standard === 'call',
        orderKeyParts: {
          arrivedAt: new Date(arrivedAt).toISOString(),
          firstResponseSeconds,
          boosts: [],
          boostMinutes,
          orderKey,
        },
        preferredAgentId: null,
        preferredUntil: null,
        avoid: [],
        ...rest,
      },
      { conversation },
    );
  }

  accepts(conversation: string): EngineOutcome[] {
    const { agentId: agent, assignmentId } = this.engine.conversation(conversationId(conversation))!;
    return this.hear(
      'accepts',
      { assignmentId: assignmentId as AssignmentId },
      { conversation, agent: nameOf(agent!) },
    );
  }

  misses(conversation: string): EngineOutcome[] {
    const { agentId: agent, assignmentId } = this.engine.conversation(conversationId(conversation))!;
    return this.hear('ring-ended', { assignmentId: assignmentId! }, { conversation, agent: nameOf(agent!) });
  }

  declines(conversation: string): EngineOutcome[] {
    const { agentId: agent, assignmentId } = this.engine.conversation(conversationId(conversation))!;
    return this.hear('declines', { assignmentId, note: '' }, { conversation, agent: nameOf(agent!) });
  }

  leaves(conversation: string): EngineOutcome[] {
    return this.hear('leaves', { because: 'solved' }, { conversation });
  }

  /** Who has it or is offered it, by name. */
  holder(conversation: string): string | null {
    const holder = this.engine.conversation(conversationId(conversation))?.agentId;
    return holder ? nameOf(holder) : null;
  }

  waitingBecause(conversation: string): string | undefined {
    return this.engine.conversation(conversationId(conversation))?.waitingBecause?.code;
  }

  load(name: string): number {
    return this.engine.agent(agentId(name))?.load ?? 0;
  }
}

export const nameOf = (id: AgentId | ConversationId): string =>
  Buffer.from(id.slice(-12), 'hex').toString().replaceAll('\0', '');

/** Outcomes in short: `offered 1 to ann`. */
export function said(outcomes: EngineOutcome[]): string[] {
  return outcomes.map((one) => {
    if (one.kind === 'presence') return `${nameOf(one.agentId)} ${one.state}`;
    if (one.kind === 'refused') return `refused ${one.because.code}`;
    const about = `${one.kind} ${nameOf(one.conversationId)}`;
    if (one.kind === 'waiting') return `${about} ${one.because.code}`;
    return one.kind === 'weighs' ? `${about} ${one.weight}` : `${about} ${nameOf(one.agentId)}`;
  });
}
