/** Does the customer ask for a person, in plain words? `domain.md` §1: works at any moment, in both scripts. */
import { fold } from '../words/fold.ts';
import { holdsWord } from '../words/has-word.ts';

const anywhere = [
  '转人工',
  '人工客服',
  '人工服务',
  '真人',
  '找客服',
  '要人工',
  '接人工',
  '转客服',
  '不要机器人',
  '找个人',
  'real person',
  'human being',
  'live person',
  'live agent',
  'human agent',
  'speak to someone',
  'talk to someone',
  'speak to a person',
  'talk to a person',
  'speak with a person',
  'speak to a human',
  'talk to a human',
  'speak to an agent',
  'talk to an agent',
  'talk to support',
  'customer representative',
  'not a bot',
  'real human',
];
/** Words that mean it when they are about all that was said. */
const alone = ['人工', '客服', 'human', 'agent', 'person', 'representative', 'operator', 'staff'];
const courtesies =
  /\b(please|pls|thanks|an?|the|now|i|want|need|get|me|to|with|talk|speak)\b|请|谢谢|我要|我想|给我|[!-/:-@[-`{-~。,!?、…\s]/g;

export function asksForPerson(text: string): boolean {
  const folded = fold(text);
  if (anywhere.some((words) => holdsWord(folded, words))) return true;
  return alone.includes(folded.replace(courtesies, ''));
}
