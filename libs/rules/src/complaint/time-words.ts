/** Words that name a time to come: a day, a date, an hour, a length of time; in both languages, over folded text. */

const number =
  '(?:\\d+(?:\\.\\d+)?(?:\\s?(?:-|–|to|or)\\s?\\d+)?|(?:two|three|four|five|six|seven) (?:to|or) (?:three|four|five|six|seven|eight|ten)|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|forty-eight|twenty-four|half an?|fifteen|eleven|thirteen|sixty|ninety|a few|a couple of|couple of|several|some|the next (?:few|couple of|two|three)|few)';
const unit =
  "(?:(?:working|business|full|more|calendar)[ -]+)?(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?|months?|weekdays?)(?:['’]s?(?: time)?)?";
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const hour = "(?:\\d{1,2}(?::\\d{2})?\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock)|\\d{1,2}:\\d{2}|noon|midnight)";
const nth = '\\d{1,2}(?:st|nd|rd|th)?';
const date = `(?:(?:the )?${nth}(?: of)? ${month}|${month}\\.? ${nth}|the ${'\\d{1,2}(?:st|nd|rd|th)'}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d{2}-\\d{2})`;
const day = `(?:today|tonight|tomorrow(?: (?:morning|afternoon|evening|night|noon))?|the day after tomorrow|this (?:morning|afternoon|evening|week|month|${weekday})|next (?:week|month|${weekday})|later (?:today|this week)|(?:the )?(?:end|close|middle|start|beginning) of (?:the |this |next |business |play )?(?:${'business '})?(?:day|week|month|today|tomorrow|year|business)|eod|cob|eow|the weekend|christmas|${weekday}(?: (?:morning|afternoon|evening|next week))?|${date}|${hour})`;

export const timesInEnglish = [
  // within three days, in 2 hours, takes a week
  `(?:within|in|inside of|in under|in less than|less than|under|after|over the next|in the next|takes?|taking|need|needs|wait|allow|give (?:us|me)|another|at most|up to|no more than|not more than|no longer than|not longer than|longer than|more than|around|about|roughly|maximum of)\\s+(?:(?:about|around|roughly|the|up to|at most|just|only|another|us|me|approximately|next|than)\\s+)*${number}[\\s-]?${unit}`,
  `${number}[\\s-]?${unit} (?:from now|at (?:the )?(?:most|latest)|max(?:imum)?|tops|turnaround)`,
  `(?:(?:by|before|until|till|on|at|no later than|not later than|latest|from|as of|around|about)\\s+)*(?:${day})(?:\\s+(?:at|by|before|around)\\s+${hour})?`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'));

const many = '(?:[一二两三四五六七八九十几半数]+|\\d+(?:\\.\\d+)?)';
const span = `${many}(?:\\s?(?:-|~|—|至|到|或)\\s?${many})?\\s?个?(?:多)?(?:工作日|自然日|小时|钟头|分钟|刻钟|天|日|星期|礼拜|周|月)`;
const clock = `(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚间)?(?:[一二三四五六七八九十两]+|\\d{1,2})(?::\\d{2}|[点时](?:半|\\d{1,2}分?|[一二三四五]?十?[一二三四五六七八九]?分)?)`;
const dayInChinese = `(?:今天|今日|今晚|今早|明天|明日|明早|明晚|后天|大后天|当天|当日|次日|隔天|本周[一二三四五六日天末内]?|这周[一二三四五六日天末内]?|这礼拜|下下?周[一二三四五六日天末]?|下星期[一二三四五六日天]?|下个?礼拜[一二三四五六日天]?|周[一二三四五六日天末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|本月底?|这个月底?|下个?月(?:初|中|底|\\d+[日号])?|月底|月末|年底|年前|节前|节后|下班前|下班之前|中午前|(?:\\d{4}年)?(?:\\d{1,2}|[一二三四五六七八九十]+)月(?:\\d{1,2}|[一二三四五六七八九十]+)[日号]|\\d{1,2}[日号](?!楼|线|门|店|码|客|单)|\\d{1,2}/\\d{1,2}(?!\\d))`;

export const timesInChinese = [
  `${span}(?:之内|以内|内|之后|以后|后|左右|就)`,
  `(?:需要?|要|等待?|等上?|大约|大概|预计|约|最多|最快|最长|最慢|最迟|最晚|不会?超过|不超|控制在|给(?:我|我们)|再给(?:我|我们)?|时限为?|时间为)(?:大约|大概|约|再|您|上|个|候)*${span}`,
  `${dayInChinese}(?:(?:的)?(?:早上|上午|中午|下午|傍晚|晚上|上班后|下班前))?(?:${clock})?(?:之前|以前|前|之内|内|左右)?`,
  `${clock}(?:之前|以前|前|左右|整)`,
].map((source) => new RegExp(source, 'gu'));
