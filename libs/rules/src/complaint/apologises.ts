/** Does a text apologise? In both languages and scripts. */
import { fold } from '../words/fold.ts';

const apology =
  /\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing)|regret)\b|抱歉|对不起|歉意|致歉|道歉|不好意思|过意不去/;
/** "I am not sorry" is none. */
const denied =
  /\b(?:not|no|never|cannot|won't|don't)\s+(?:\w+\s+)?(?:sorry|apolog\w*|regret)|(?:不|无需|没必要)(?:会|必)?道歉/;

export function apologises(text: string): boolean {
  const folded = fold(text);
  return apology.test(folded) && !denied.test(folded);
}
