/** One conversation as its page shows it: the row, what the rules said of it, the customer's others, what happened. */
import type { Conversation, ConversationId } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { callJson } from '../calls/calls.store.ts';
import { closingJson } from '../closing/closings.store.ts';
import { wrapUpJson } from '../closing/wrap-ups.store.ts';
import { consultJson } from '../consults/consults.store.ts';
import { capsulesJson, transferAskJson } from '../transfers/transfers.store.ts';
import { rowJoins, rowJson } from './row.ts';

export async function showConversation(postgres: Postgres, id: ConversationId): Promise<Conversation> {
  const [found] = await postgres.query<{ page: Conversation }>(
    `SELECT ${rowJson} || jsonb_build_object(
       'account', c.account, 'language', c.language,
       'classified', jsonb_build_object('label', c.label, 'confidence', c.confidence, 'evidence', c.evidence,
                                        'policyVersion', c.policy_version,
                                        'classifierVersion', c.classifier_version, 'by', c.label_by),
       'orderKeyParts', c.order_key_parts, 'addressId', c.address_id, 'continues', c.continues,
       'assignmentId', c.assignment_id,
       'call', (SELECT ${callJson} FROM call k WHERE k.conversation_id = c.id ORDER BY k.heard_at DESC LIMIT 1), 'form', c.form, 'formAsked', c.form_asked,
       'closing', ${closingJson}, 'wrapUp', ${wrapUpJson},
       'consults', coalesce((SELECT jsonb_agg(${consultJson} ORDER BY s.asked_at DESC, s.id DESC) FROM consult s
                              WHERE s.conversation_id = c.id), '[]'),
       'transferAsk', ${transferAskJson}, 'capsules', ${capsulesJson},
       'hiddenFrom', to_jsonb(c.hidden_from),
       'verifiedUntil', CASE WHEN c.verified_until > now() THEN c.verified_until END,
       'others', coalesce((SELECT jsonb_agg(other ORDER BY other->>'lastAt' DESC) FROM (
           SELECT jsonb_build_object('id', o.id, 'channel', o.channel, 'state', o.state, 'subject', o.subject,
                                     'lastWords', o.last_words, 'lastAt', o.last_at) AS other
             FROM address same JOIN conversation o ON o.address_id = same.id
            WHERE same.customer_id = a.customer_id AND o.id <> c.id ORDER BY o.last_at DESC LIMIT 50) recent), '[]'),
       'events', coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'what', e.what, 'agentId', e.agent_id,
           'because', e.because, 'decisionId', e.decision_id) ORDER BY e.at, e.id)
           FROM event e WHERE e.conversation_id = c.id), '[]')) AS page
     ${rowJoins} WHERE c.id = $1`,
    [id],
  );
  return found?.page ?? refuse('not-found');
}
