/** L1, L2: every acknowledged item is in exactly one message or one parked item; no message without an item. */
import type { Evidence } from '../evidence.ts';

/** `mails` names channels whose items nobody acknowledges to the sender: there, handing over is the promise. */
export function loseNothing({ sent, shown, parked }: Evidence, mails: readonly string[]): string[] {
  const customers = shown.filter((message) => message.from === 'customer');
  return sent
    .filter((item) => item.acknowledgedAt !== null || mails.includes(item.channel))
    .flatMap((item) => {
      const inMessages = customers.filter((message) => message.text.includes(item.mark));
      const inParked = parked.filter((one) => one.raw.includes(item.mark));
      const places = inMessages.length + inParked.length;
      if (places === 1) return [];
      const where = inMessages.map((message) => `message ${message.messageId} of ${message.conversationId}`);
      return [
        `${item.mark} (${item.channel}) is in ${places} places: ${[...where, ...inParked.map((one) => one.id)].join(', ') || 'nowhere'}`,
      ];
    });
}

export function inventNothing({ sent, shown }: Evidence): string[] {
  const marks = new Set(sent.map((item) => item.mark));
  return shown
    .filter((message) => message.from === 'customer')
    .filter((message) => ![...message.text.matchAll(/#[\w-]+#/g)].some(([mark]) => marks.has(mark)))
    .map((message) => `message ${message.messageId} says what nobody sent: ${message.text.slice(0, 60)}`);
}
