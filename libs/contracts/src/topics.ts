/** Names, keys, writers, readers and settings of every topic, and which fact travels on which (design §4). */

export type Service = 'channels' | 'router' | 'sla' | 'gateway';
export const services: readonly Service[] = ['channels', 'router', 'sla', 'gateway'];

export type Topic = {
  /** What the records are keyed by; records of one key keep their order from one writer. */
  key: string;
  writers: readonly Service[];
  /** Services that read it with their shared group: each of their groups must have passed a row before it may go. */
  readers: readonly Service[];
  /** Services of which every replica reads it, from the end, without committed offsets. */
  everyReplica: readonly Service[];
  facts: readonly string[];
  partitions: number;
  /** How long Kafka keeps a record; absent where the topic is compacted. */
  retentionDays?: number;
  compacted?: true;
  /** True where a record may be lost without harm: no outbox row stands behind it. */
  fleeting?: true;
};

export const topics = {
  'messages.inbound': {
    key: 'channel + customer address',
    writers: ['channels'],
    readers: ['router'],
    everyReplica: [],
    facts: ['message.received', 'call.changed', 'visitor.left', 'visitor.returned', 'department.answered'],
    partitions: 3,
    retentionDays: 7,
  },
  conversations: {
    key: 'conversation id; of customer.* the customer id',
    writers: ['router'],
    readers: ['sla'],
    everyReplica: ['gateway'],
    facts: [
      'conversation.opened',
      'conversation.waiting',
      'conversation.offered',
      'conversation.assigned',
      'conversation.solved',
      'conversation.reopened',
      'conversation.closed',
      'conversation.flagged',
      'conversation.unflagged',
      'conversation.sign-seen',
      'incident.opened',
      'incident.closed',
      'message.stored',
      'message.moved',
      'assignment.ended',
      'conversation.relabelled',
      'classifier.fitted',
      'conversation.escalated',
      'ticket.opened',
      'ticket.changed',
      'follow-up.planned',
      'follow-up.done',
      'customer.changed',
      'customer.linked',
      'customer.unlinked',
      'conversation.verified',
      'conversation.rated',
      'alarm.set',
      'alarm.off',
      'consult.opened',
      'consult.answered',
      'directive.changed',
      'call-back.planned',
      'call-back.changed',
    ],
    partitions: 3,
    retentionDays: 7,
  },
  replies: {
    key: 'conversation id',
    writers: ['router'],
    readers: ['channels'],
    everyReplica: [],
    facts: ['reply.written', 'call.directed', 'department.asked'],
    partitions: 3,
    retentionDays: 7,
  },
  deliveries: {
    key: 'conversation id',
    writers: ['channels'],
    readers: ['router', 'sla'],
    everyReplica: ['gateway', 'channels'],
    facts: ['delivery.sent', 'delivery.delivered', 'delivery.read', 'delivery.failed', 'delivery.unknown'],
    partitions: 3,
    retentionDays: 7,
  },
  deadlines: {
    key: 'conversation id',
    writers: ['sla'],
    readers: ['router', 'gateway'],
    everyReplica: ['gateway'],
    facts: [
      'deadline.set',
      'deadline.paused',
      'deadline.resumed',
      'deadline.moved',
      'deadline.warned',
      'deadline.missed',
      'deadline.met',
      'deadline.reached',
      'delay.foreseen',
      'escalation.raised',
      'escalation.followed',
      'escalation.seen',
      'escalation.acknowledged',
      'alarm.rang',
    ],
    partitions: 3,
    retentionDays: 7,
  },
  agents: {
    key: 'agent id',
    writers: ['router'],
    readers: ['sla'],
    everyReplica: ['gateway'],
    facts: ['agent.presence-changed'],
    partitions: 3,
    retentionDays: 7,
  },
  settings: {
    key: 'kind and name',
    writers: ['gateway'],
    readers: ['channels', 'router', 'sla', 'gateway'],
    everyReplica: [],
    facts: ['setting.published'],
    partitions: 1,
    compacted: true,
  },
  typing: {
    key: 'channel + customer address',
    writers: ['channels', 'gateway'],
    readers: [],
    everyReplica: ['channels', 'gateway'],
    facts: ['typing.started', 'chat.moved'],
    partitions: 1,
    retentionDays: 1,
    fleeting: true,
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof topics;
export const topicNames = Object.keys(topics) as TopicName[];
