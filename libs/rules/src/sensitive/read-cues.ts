/** Reads a folded text sentence by sentence for cues; leaves out what is taken back, said of others, or made good. */
import type { Cue } from './cue.ts';
import { cuesInChinese } from './cues-in-chinese.ts';
import { cuesInEnglish } from './cues-in-english.ts';

/** `weight` as it counts here: asking speaks less loudly than saying. */
export type HeardCue = { speaksFor: Cue['speaksFor']; weight: number; words: string; at: number };

const scripts = [
  { letters: /[a-z]/, cues: cuesInEnglish },
  { letters: /\p{Script=Han}/u, cues: cuesInChinese },
];
/** Who says it twenty times says no more than that. */
const mostOfEach = 20;
/** Stands for what was said and taken back. */
const withdrawn: HeardCue = { speaksFor: 'neglect', weight: 0, words: '', at: -1 };
/** A dot within a number or a name ends nothing. */
const sentenceEnd = /[!?;。…]+\s*|\.(?![\p{L}\d])\s*/gu;
const asked =
  /\?|[吗么]\s*[。!~]*$|^\s*(?:请问|怎么|如何|哪里|能不能|可不可以|有没有|how (?:do|can|long|much)|is|are|does|can|could|may)(?![a-z])/;
/** Whose words keep their weight in a question: "How often must I write?" */
const alsoAsked = new Set<Cue['speaksFor']>(['anger', 'neglect', 'unsatisfied-again', 'in-the-media']);

/** What stands right before a cue and takes it back; only fillers may stand between. */
const takenBack = new RegExp(
  "(?:\\b(?:not|no|never|isn't|don't|didn't|doesn't|won't|wasn't|can't|cannot|haven't|without|rather than|instead of|nothing to|avoid)" +
    "(?: (?:want|wanted|going|trying|try|planning|intend|intending|mean|here|looking|wish|like|need|really|actually|an?|to|any|just|about|as|make|making|have|had|file|filing|writing|calling|that|this|is|the|in order|for|very|i|i'm|am))*" +
    '|(?:并?不是|并非|没有?|不|无意|无需|不必|别|没啥|没什么|不至于|不用)(?:是|要|想|打算|准备|来|为了|会|愿意?|需要|再|去|真的|给|你们|您|打|任何|什么|过|在|说|有|意思|一个|一名|一位)*)\\s*$',
);
/** Denied within the words themselves. */
const denied = /^i(?:'m| am|'ve been| have been) (?:not|no)\b/;
const ofComplaint = /complain|review|投诉|客诉|举报|差评/;
/** Others complain to the writer, or it is the desk's own word for something done with a complaint. */
const ofOthers =
  /(?:\b(?:my|our|the) (?:customers?|clients?|wife|husband|friends?|neighbou?rs?|tenants?|guests?)(?: \w+){0,2} |(?:被|收到|遭到?|处理|撤销|撤回|撤|取消|客户|顾客|买家)(?:人|客户|买家|顾客|恶意|了|到|的)?)$/;
/** The matter was put right and the writer says so: what was said before it weighs nothing. */
const madeGood =
  /\bthank(?:s| you)(?: so much| very much)? for (?:sorting|solving|resolving|fixing|handling|helping|the quick|your (?:quick|help|patience))|\bwonderful\b|\bvery happy\b|\bperfectly\b|\bjust kidding\b|\b(?:has been|was|is|are|got|solved) (?:now |already |all )?(?:solved|resolved|sorted|fixed|everything)|(?:已经?|都|终于|帮我)(?:经)?(?:解决|处理好|搞定|修好)|(?:非常|很|特别|十分)满意|特别好|投诉错/g;
const spoils = /(?:\b(?:no|not|never|hardly)(?: \w+){0,2} |n't (?:\w+ ){0,2}|[没不未无别])$/;

/** `isWithdrawn`: something was said and taken back, so that silence is meant. */
export type Heard = { cues: HeardCue[]; isWithdrawn: boolean };

export function readCues(folded: string): Heard {
  const text = folded.replace(sentenceEnd, '$&\n');
  const found = scripts.flatMap(({ letters, cues }) =>
    letters.test(text) ? cues.flatMap((cue) => readCue(cue, text)) : [],
  );
  const heard = found.filter((one) => one !== withdrawn);
  if (found.length === 0) return { cues: heard, isWithdrawn: false };
  const good = [...text.matchAll(madeGood)].findLast(
    ({ index }) => !spoils.test(text.slice(Math.max(0, index - 60), index)),
  );
  const still = good ? heard.filter(({ at }) => at > good.index + good[0].length) : heard;
  return { cues: still, isWithdrawn: still.length < found.length };
}

function readCue({ speaksFor, weight, pattern }: Cue, text: string): HeardCue[] {
  const heard: HeardCue[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && heard.length < mostOfEach; match = pattern.exec(text)) {
    const [words] = match;
    const from = text.lastIndexOf('\n', match.index) + 1;
    if (isTakenBack(text.slice(from, match.index), words)) {
      heard.push(withdrawn);
      continue;
    }
    const isAsked = !alsoAsked.has(speaksFor) && asked.test(sentenceAt(text, from));
    const counts = isAsked ? Math.max(1, weight - 1) : weight;
    heard.push({ speaksFor, weight: counts, words: words.trim(), at: match.index });
  }
  return heard;
}

function sentenceAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? undefined : end);
}

/** `before`: what stands in front of the words, in the same sentence. */
export function isTakenBack(before: string, words: string): boolean {
  const near = before.slice(-60);
  return denied.test(words) || takenBack.test(near) || (ofComplaint.test(words) && ofOthers.test(near));
}
