/** Waits until the dispatcher, of whichever replica, has given an input its step; its no becomes a refusal. */
import type { InputOutcome, ReasonCode } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';

const askEachMs = 15;

export async function waitForStep(postgres: Postgres, inputId: number, timeoutMs = 3_000): Promise<InputOutcome> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const [row] = await postgres.query<{ outcome: InputOutcome | null }>(
      'SELECT outcome FROM dispatch_input WHERE id = $1 AND step IS NOT NULL',
      [inputId],
    );
    if (row) return answer(row.outcome ?? { kind: 'heard' });
    if (performance.now() >= giveUpAt) refuse('try-again');
    await new Promise((next) => setTimeout(next, askEachMs));
  }
}

function answer(outcome: InputOutcome): InputOutcome {
  if (outcome.kind === 'refused') refuse(outcome.because.code as ReasonCode, outcome.because.values);
  if (outcome.kind === 'parked') refuse('engine-refused');
  return outcome;
}
