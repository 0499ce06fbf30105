/** Holds what a replay decides against what was recorded, and keeps the first difference. */
import type { ConversationId, Decision, DecisionId } from '@trunkline/contracts';
import { asText } from './as-text.ts';
import type { Heard } from './follow-engine.ts';
import type { LoggedInput } from './routing-log.ts';

/** `recorded` or `made` is null where there is none on that side. */
export type Difference = {
  step: number;
  conversationId: ConversationId | null;
  recorded: Decision | null;
  made: Decision | null;
};

/** A drop is numbered in the commit that drops: no further behind than a batch with its drops. */
const dropsWithin = 2_000;

export class CheckDecisions {
  compared = 0;
  private found: Difference | null = null;
  /** Made and not recorded: the commit may have dropped them, which a later step says. */
  private readonly undone = new Map<DecisionId, Difference>();

  hear({ input, decisions, tookBack }: LoggedInput, { outcomes }: Heard): void {
    for (const id of tookBack) this.undone.delete(id);
    const recorded = new Map(decisions.map((decision) => [decision.id, decision]));
    for (const outcome of outcomes) {
      if (!('decision' in outcome)) continue;
      const { conversationId, decision: made } = outcome;
      const same = recorded.get(made.id) ?? null;
      recorded.delete(made.id);
      this.compared += 1;
      if (same && asText(same) === asText(made)) continue;
      const difference = { step: input.step, conversationId, recorded: same, made };
      if (same) this.note(difference);
      else this.undone.set(made.id, difference);
    }
    for (const left of recorded.values())
      this.note({ step: input.step, conversationId: input.conversationId, recorded: left, made: null });
    for (const late of this.undone.values()) {
      if (late.step + dropsWithin > input.step) break;
      this.note(late);
    }
  }

  /** `goesOn`: the record was cut there, and what was dropped may be said behind the cut. */
  first(goesOn = false): Difference | null {
    const [undone] = goesOn ? [] : this.undone.values();
    if (!undone) return this.found;
    return this.found && this.found.step <= undone.step ? this.found : undone;
  }

  private note(difference: Difference): void {
    if (!this.found || difference.step < this.found.step) this.found = difference;
  }
}
