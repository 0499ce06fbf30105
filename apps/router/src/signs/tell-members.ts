/** Writes an incident's message to its members, under a lease: each once, whatever dies meanwhile, in their own language. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { MessageId } from '@trunkline/contracts';
import {
  faultPoint,
  guardLease,
  type Held,
  Leases,
  LiveSettings,
  Log,
  Postgres,
  pause,
  type Tx,
} from '@trunkline/platform';
import { findLabel } from '@trunkline/rules';
import { byHandChannel } from '../calls/heard-call.ts';
import { labelOf } from '../calls/is-complaint-call.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import {
  type Addressee,
  holdAddressee,
  holdsHiddenComplaint,
  nextAddressees,
  settleAddressee,
} from './incident-messages.store.ts';

const everyMs = 500;
const atOnce = 500;
type LeftOut =
  | 'member-is-closed'
  | 'member-complains-about-employee'
  | 'member-is-machine'
  | 'member-on-the-phone'
  | 'no-address';

@Injectable()
export class TellMembers implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('incident-messages', { onHeld: (held) => this.watch(held) });
  }

  private async watch(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      await this.look(held).catch((error) => this.log.warn('members of an incident were not told', { error }));
      await pause(everyMs, held.signal);
    }
  }

  /** One look. Each member in a transaction of its own; one that fails is tried again at the next look. */
  async look(held?: Held): Promise<void> {
    for (const addressee of await nextAddressees(this.postgres, atOnce)) {
      if (held?.signal.aborted) return;
      const told = this.postgres.transaction(async (tx) => {
        if (held) await guardLease(tx, held);
        await this.tell(tx, addressee);
      });
      await told.catch((error) => this.log.warn('a member of an incident was not told', { error }));
      faultPoint('incident-message.after-commit');
    }
  }

  private async tell(tx: Tx, addressee: Addressee): Promise<void> {
    const { conversationId, text } = addressee;
    const conversation = (await holdConversations(tx, [conversationId])).get(conversationId)!;
    if (!(await holdAddressee(tx, addressee))) return;
    const code = await this.leaveOut(tx, conversation);
    if (code) return settleAddressee(tx, { ...addressee, messageId: null, because: { code, values: {} } });
    conversation.version += 1;
    const language = conversation.language === 'zh' || conversation.language === 'en' ? conversation.language : null;
    const words = text[language ?? this.settings.policy.desk.defaultLanguage];
    const written = { kind: 'notice', spokenBy: 'desk', author: null, text: words } as const;
    const messageId: MessageId = await sendToCustomer(tx, conversation, written);
    await settleAddressee(tx, { ...addressee, messageId, because: null });
  }

  /** A complaint about an employee is answered apart, recorded or only labelled so. */
  private async leaveOut(tx: Tx, held: HeldConversation): Promise<LeftOut | null> {
    if (held.state === 'closed') return 'member-is-closed';
    if (held.automatic !== null) return 'member-is-machine';
    if (held.channel === byHandChannel) return 'member-on-the-phone';
    if (held.address === '') return 'no-address';
    if (await holdsHiddenComplaint(tx, held.id)) return 'member-complains-about-employee';
    const { label } = await labelOf(tx, held.id);
    const isAboutEmployee = findLabel(label, this.settings.policy)?.label.kind === 'complaint-employee';
    return isAboutEmployee ? 'member-complains-about-employee' : null;
  }
}
