/** One input: what time has done first, then what it says itself, then whatever can be given because of either. */
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';
import type { Giving } from './giving.ts';
import { hearAgent } from './hear-agent.ts';
import { hearConversation } from './hear-conversation.ts';

export function hearInput(input: EngineInput, giving: Giving, isParked = false): EngineOutcome[] {
  const { desk } = giving;
  if (input.at > desk.at) desk.at = input.at;
  giving.begin(input.step);
  if (input.kind === 'dropped') {
    // Heard within the commit, where nothing more can be given: the tick after it does that.
    hearConversation(input, giving);
    return giving.finish();
  }
  giving.passTime();
  if (isParked) {
    if (input.conversationId !== null) giving.park(input.conversationId, input);
  } else if (isAboutAgents(input)) hearAgent(input, giving);
  else hearConversation(input, giving);
  giving.settle();
  return giving.finish();
}

type AboutAgents = Extract<EngineInput, { kind: 'presence' | 'staff' | 'policy' | 'tick' }>;

const isAboutAgents = (input: EngineInput): input is AboutAgents =>
  input.kind === 'presence' || input.kind === 'staff' || input.kind === 'policy' || input.kind === 'tick';
