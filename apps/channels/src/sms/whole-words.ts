/** Words by which a customer leaves or comes back, as carriers ask for them: only where they are the whole message. */
const stop = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', '退订', '退訂', 't', 'td'];
const start = ['start', 'unstop', '订阅', '訂閱'];
const help = ['help', 'info', '帮助', '幫助'];

export type WholeWord = 'stop' | 'start' | 'help' | null;

/** "Please stop calling me" is a customer's sentence, and means something else. */
export function wholeWordOf(text: string): WholeWord {
  const word = text
    .normalize('NFKC')
    .trim()
    .replace(/[.!。！]+$/u, '')
    .toLowerCase();
  if (stop.includes(word)) return 'stop';
  if (start.includes(word)) return 'start';
  return help.includes(word) ? 'help' : null;
}
