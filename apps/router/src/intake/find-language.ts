/** Finds a text's language (ISO 639-1). Chinese is found by its characters: short Chinese texts fool statistics. */
import { eld } from 'eld/extrasmall';

const han = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const hangul = /\p{Script=Hangul}/u;

/** `otherwise` is what a text without any words speaks: an emoji, a number. */
export function findLanguage(text: string, otherwise: string): string {
  const start = text.slice(0, 2000);
  const hanSigns = start.match(han)?.length ?? 0;
  const kanaSigns = start.match(kana)?.length ?? 0;
  // a brand’s single の does not make a Chinese sentence Japanese
  if (kanaSigns > hanSigns / 4) return 'ja';
  if (hangul.test(start)) return 'ko';
  const hanShare = hanSigns / Math.max(1, start.replace(/\s/g, '').length);
  if (hanShare > 0.15) return 'zh';
  const found = eld.detect(start);
  if (!/\p{Letter}{2}/u.test(start) || !found.language) return otherwise;
  return isTooShort(start, found.isReliable()) ? 'en' : found.language;
}

/** Under a dozen letters every European language looks alike, however sure the statistics are; a line says little. */
function isTooShort(text: string, isReliable: boolean): boolean {
  if (!/^[\p{Script=Latin}\P{Letter}]*$/u.test(text)) return false;
  return text.replace(/\P{Letter}/gu, '').length < 12 || (text.length < 24 && !isReliable);
}
