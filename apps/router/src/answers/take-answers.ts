/** Reads what customers say against the question that stands open to them; what is no answer leaves it open. */
import type { ConversationId, MessageReceivedV1, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { readAnswer } from '@trunkline/rules';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { onAnswered } from './on-answered.ts';
import { takeQuestion } from './questions.store.ts';

type With = { fresh: readonly MessageReceivedV1[]; basis: Pick<IntakeBasis, 'places' | 'questions'>; policy: PolicyV1 };

/** After the messages are stored. The first answer takes the question; each room acts in this transaction. Where one was answered. */
export async function takeAnswers(tx: Tx, intake: Intake, { fresh, basis, policy }: With) {
  const said = intake.messages.filter(({ spokenBy, automatic }) => spokenBy === 'customer' && automatic === null);
  const questions = new Map(basis.questions);
  const answered = new Set<ConversationId>();
  if (questions.size === 0) return answered;
  const chosen = new Map(fresh.map((message) => [message.receiptId as string, message.chosen]));
  for (const { conversationId, receiptId, text } of said) {
    const question = questions.get(conversationId);
    const held = basis.places.held.get(conversationId);
    const act = question && onAnswered[question.kind];
    if (!question || !held || !act) continue;
    const answer = readAnswer(question.kind, { text, chosen: receiptId ? chosen.get(receiptId) : undefined });
    if (answer.kind === 'other' || !(await takeQuestion(tx, question))) continue;
    questions.delete(conversationId);
    answered.add(conversationId);
    await act(tx, { question, answer, text, held, policy });
  }
  return answered;
}
