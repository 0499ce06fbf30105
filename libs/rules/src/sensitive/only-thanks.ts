/** Does a text say nothing but thanks? Whoever reopens a matter with it is not unsatisfied. */
import { fold } from '../words/fold.ts';

const thanks =
  /^(?:(?:ok(?:ay)?|great|perfect|super|good|many|so much|very much|a lot|all|thanks?|thank you|thx|cheers|you|again|it works(?: now)?|solved|for your help|有劳|好的?|嗯+|ok|非常|太|十分|谢谢?|多谢|感谢|辛苦|麻烦|您|你们?|了|啦|哦|呀|已经?|解决|收到|再见|没问题了?)[\s,.!。!~、]*)+$/;

export const saysOnlyThanks = (text: string): boolean => text.length <= 80 && thanks.test(fold(text));
