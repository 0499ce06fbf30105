/** Tells the desk the way over the page once the chat is joined, and each step from then on. */
import type { ChatDone, ChatTrail } from '@trunkline/contracts';
import type { Settings } from './settings.ts';

const gatherMs = 200;

export function keepTrail(
  { trail }: Settings,
  send: (frame: ChatTrail) => Promise<ChatDone | null>,
): { joined(): void } {
  let isDue = false;
  const say = async () => {
    isDue = false;
    const { referrer, visits, steps } = trail.read();
    if (visits === 0) return;
    const done = await send({ referrer, visits, steps });
    if (done?.ok) trail.forget(steps.length);
  };
  const soon = () => {
    if (!isDue) setTimeout(say, gatherMs);
    isDue = true;
  };
  trail.onStep(soon);
  return { joined: soon };
}
