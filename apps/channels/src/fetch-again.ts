/** Asks a provider for a file up to three times within two seconds: most hiccups are over by then. */
import { setTimeout as pause } from 'node:timers/promises';

const pausesMs = [250, 1_000];

/** Rejects, or gives the last answer, where that did not help: the provider hands the whole over again. */
export async function fetchAgain(ask: () => Promise<Response>): Promise<Response> {
  for (const pauseMs of pausesMs) {
    const answer = await ask().catch(() => undefined);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await answer?.body?.cancel();
    await pause(pauseMs);
  }
  return ask();
}
