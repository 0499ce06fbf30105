/** Finds numbers of orders and tickets in a text, so that two contacts about the same one are known for it. */
import { fold } from '../words/fold.ts';

const named =
  /(?:order|ticket|case|invoice|reference|ref|booking|parcel|tracking|订单|单号|工单|票号|运单|案件|编号|发票|账单|包裹)(?:编?号码?|no|nr|number|id)?\W{0,3}(?:is|是|为)?\W{0,2}([a-z]{0,4}-?\d[\da-z-]{2,24})/g;
const unnamed =
  /(?<![\da-z.,$€£¥-])(?:#\s?([a-z]{0,4}-?\d{3,24})|([a-z]{1,4}-?\d{5,24}|\d{8,24}))(?![\d.,]*(?:[%元块]|\d))/g;
/** A mobile number or a date says who or when, not which matter. */
const isNoMatter = (number: string) => /^1[3-9]\d{9}$/.test(number) || /^(?:19|20)\d{6}$/.test(number);

/** Folded, without dashes, each once. */
export function numbersIn(text: string): string[] {
  const folded = fold(text.slice(0, 6_000));
  const found = [...folded.matchAll(named), ...folded.matchAll(unnamed)].flatMap((match) => match.slice(1, 3));
  const plain = found.flatMap((one) => (one ? [one.replaceAll('-', '')] : []));
  return [...new Set(plain)].filter((one) => !isNoMatter(one));
}
