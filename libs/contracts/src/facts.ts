/** Every fact and its contract. One line a fact; a published one gains optional fields only, or a v2 beside it. */
import { CallChangedV1, CallDirectedV1 } from './calls.v1.ts';
import { ClassifierFittedV1, ConversationRelabelledV1 } from './classify-facts.v1.ts';
import {
  AssignmentEndedV1,
  ConversationAssignedV1,
  ConversationClosedV1,
  ConversationOfferedV1,
  ConversationOpenedV1,
  ConversationReopenedV1,
  ConversationSolvedV1,
  ConversationWaitingV1,
  MessageMovedV1,
  MessageStoredV1,
} from './conversation-facts.v1.ts';
import {
  ConversationVerifiedV1,
  CustomerChangedV1,
  CustomerLinkedV1,
  CustomerUnlinkedV1,
} from './customer-facts.v1.ts';
import {
  DeadlineMetV1,
  DeadlineMissedV1,
  DeadlineMovedV1,
  DeadlinePausedV1,
  DeadlineReachedV1,
  DeadlineResumedV1,
  DeadlineSetV1,
  DeadlineWarnedV1,
  DelayForeseenV1,
  EscalationAcknowledgedV1,
  EscalationFollowedV1,
  EscalationRaisedV1,
  EscalationSeenV1,
} from './deadline-facts.v1.ts';
import {
  DeliveryDeliveredV1,
  DeliveryFailedV1,
  DeliveryReadV1,
  DeliverySentV1,
  DeliveryUnknownV1,
} from './delivery-facts.v1.ts';
import { MessageReceivedV1 } from './message-received.v1.ts';
import { AgentPresenceChangedV1 } from './presence-changed.v1.ts';
import { ReplyWrittenV1 } from './reply-written.v1.ts';
import { SettingPublishedV1 } from './setting-published.v1.ts';
import { ConversationFlaggedV1, ConversationUnflaggedV1, IncidentClosedV1, IncidentOpenedV1 } from './sign-facts.v1.ts';
import {
  ConversationEscalatedV1,
  FollowUpDoneV1,
  FollowUpPlannedV1,
  TicketChangedV1,
  TicketOpenedV1,
} from './ticket-facts.v1.ts';
import { ChatMovedV1, TypingStartedV1 } from './typing.v1.ts';

export const facts = {
  'message.received': MessageReceivedV1,
  'call.changed': CallChangedV1,
  'conversation.opened': ConversationOpenedV1,
  'conversation.waiting': ConversationWaitingV1,
  'conversation.offered': ConversationOfferedV1,
  'conversation.assigned': ConversationAssignedV1,
  'conversation.solved': ConversationSolvedV1,
  'conversation.reopened': ConversationReopenedV1,
  'conversation.closed': ConversationClosedV1,
  'conversation.relabelled': ConversationRelabelledV1,
  'conversation.flagged': ConversationFlaggedV1,
  'conversation.unflagged': ConversationUnflaggedV1,
  'incident.opened': IncidentOpenedV1,
  'incident.closed': IncidentClosedV1,
  'message.stored': MessageStoredV1,
  'message.moved': MessageMovedV1,
  'assignment.ended': AssignmentEndedV1,
  'classifier.fitted': ClassifierFittedV1,
  'conversation.escalated': ConversationEscalatedV1,
  'ticket.opened': TicketOpenedV1,
  'ticket.changed': TicketChangedV1,
  'follow-up.planned': FollowUpPlannedV1,
  'follow-up.done': FollowUpDoneV1,
  'customer.changed': CustomerChangedV1,
  'customer.linked': CustomerLinkedV1,
  'customer.unlinked': CustomerUnlinkedV1,
  'conversation.verified': ConversationVerifiedV1,
  'reply.written': ReplyWrittenV1,
  'call.directed': CallDirectedV1,
  'delivery.sent': DeliverySentV1,
  'delivery.delivered': DeliveryDeliveredV1,
  'delivery.read': DeliveryReadV1,
  'delivery.failed': DeliveryFailedV1,
  'delivery.unknown': DeliveryUnknownV1,
  'deadline.set': DeadlineSetV1,
  'deadline.paused': DeadlinePausedV1,
  'deadline.resumed': DeadlineResumedV1,
  'deadline.moved': DeadlineMovedV1,
  'deadline.warned': DeadlineWarnedV1,
  'deadline.missed': DeadlineMissedV1,
  'deadline.met': DeadlineMetV1,
  'deadline.reached': DeadlineReachedV1,
  'delay.foreseen': DelayForeseenV1,
  'escalation.raised': EscalationRaisedV1,
  'escalation.followed': EscalationFollowedV1,
  'escalation.seen': EscalationSeenV1,
  'escalation.acknowledged': EscalationAcknowledgedV1,
  'agent.presence-changed': AgentPresenceChangedV1,
  'setting.published': SettingPublishedV1,
  'typing.started': TypingStartedV1,
  'chat.moved': ChatMovedV1,
} as const;
