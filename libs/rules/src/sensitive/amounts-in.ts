/** Finds amounts of money in a folded text: `¥`, `$`, `元`, `块`, `万`, `k`, in figures or in Chinese numerals. */

export type Amount = { value: number; words: string };

const scale: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  千: 1e3,
  w: 1e4,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  m: 1e6,
  million: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const scales = '(?:k|w|m|thousand|million|[十百千]?万|千|亿)';
const figure = '\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d+)?';
const numeral = '[一二两三四五六七八九十百千万亿几零〇]{1,12}';
const sign = '[¥$€£]|us\\$|nt\\$|hk\\$|rmb|cny|usd|eur|gbp|twd|hkd';
const unit =
  '元|块(?!钱?的?(?:蛋糕|肉|布|表|屏|电池))|人民币|美元|美金|台币|港币|欧元|英镑|dollars?|euros?|pounds?|yuan|rmb|cny|usd|eur|gbp|bucks';
const amounts = new RegExp(
  `(?:${sign}) ?(?<signed>${figure}) ?(?<signedScale>${scales})?(?![a-z\\d])` +
    `|(?<![a-z\\d-])(?<plain>${figure}) ?(?<plainScale>${scales})?(?:多|余|几)? ?(?:${unit})` +
    `|(?<numeral>${numeral})(?:多|余)?(?:${unit})` +
    `|(?:损失|赔偿?|亏|扣|退款|转账|被骗|价值|总值|欠|付|刷|超过|收)(?:了|过|掉|走|近|约|将近|超过|共|我|你们|款|金额?){0,3}(?<bare>${figure}|${numeral})(?<bareScale>${scales})?(?![\\d毫个件次天人])`,
  'g',
);

/** What is said of a limit or an offer is no amount that is at stake: `限额五万元`, `up to $20,000`. */
const isOnlyALimit =
  /(?:限额|额度|上限|最高|最多|封顶|满|保额|起付|limit|up to|at most|maximum|max|over|from|above|minimum)[^!?。]{0,14}$/;

export function amountsIn(folded: string): Amount[] {
  return [...folded.matchAll(amounts)].flatMap((match) => {
    const { signed, signedScale, plain, plainScale, numeral: inWords, bare, bareScale } = match.groups!;
    const written = signed ?? plain ?? inWords ?? bare ?? '';
    const times = scale[signedScale ?? plainScale ?? bareScale ?? ''] ?? 1;
    const value = /^\d/.test(written) ? Number(written.replace(/[, ]/g, '')) * times : readNumeral(written) * times;
    if (!Number.isFinite(value) || value === 0 || isOnlyALimit.test(folded.slice(0, match.index).slice(-24))) return [];
    return [{ value, words: match[0].trim() }];
  });
}

const digits = '零一二三四五六七八九';

/** `三万八千`, `十五万`, `两百`; `几` counts as two: several. */
function readNumeral(text: string): number {
  let whole = 0;
  let section = 0;
  let digit = 0;
  for (const char of text) {
    const value = char === '两' || char === '几' ? 2 : char === '〇' ? 0 : digits.indexOf(char);
    if (value >= 0) digit = value;
    else if (char === '万' || char === '亿') {
      whole = (whole + section + digit || 1) * (char === '万' ? 1e4 : 1e8);
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * { 十: 10, 百: 100, 千: 1000 }[char as '十' | '百' | '千'];
      digit = 0;
    }
  }
  return whole + section + digit;
}
