/** What makes a time that is named a promise of ours, and what takes that away again; over folded clauses. */

/** In a clause, `#` stands where the time was. */
type Rest = string;

/** "No later than Friday" denies nothing. */
const bounds =
  /\b(?:not?|won't|will not|shouldn't|should not|doesn't|does not)(?: be| take| need)?(?: any)? (?:longer|later|more)(?: than)?|不(?:会|用)?(?:超过?|晚于|迟于|多于)/g;
const denial = new RegExp(
  "\\b(?:not|no|never|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|couldn't|wouldn't|unable|without|impossible|nobody|hard to say|difficult to say|too early)\\b" +
    '|无法|不能|不会|不可|不敢|不便|不好|没法|没有|没办法|暂无|暂不|尚未|难以|不确定|不知道|不清楚|未必|不一定|并非|不是|不保证|不承诺|不要|别|勿|无须|无需|不必|不再|不需要|未',
);
/** What is always so, and was not said to them: hours, rules, names. */
const isAlways =
  /^\s*(?:i|we) (?:do )?(?:understand|see|know|appreciate|noticed?|noted?)\b|^\s*(?:i am|i'm|we are|we're)? ?(?:so |very |really )?(?:sorry|apologi[sz]e)\b|^\s*thank|\bcloses? at\b|自动(?:取消|关闭|失效|过期)|理解(?:您|你)|\b(?:open|opening hours|office hours|business hours|working hours|available|every|each|daily|24\/7|usually open|warranty|guarantee period|return period|return window|policy|subscription|trial|birthday|webinar|promotion|sale|offer ends?|meeting)\b|工作时间|营业时间|服务时间|办公时间|上班时间|每天|每日|每周|每月|每年|全年|退货期|退换|无理由|保修期|质保|有效期|试用期|活动|促销|节假日|规定为/;

export function deniesIt(rest: Rest, time: string): boolean {
  const plain = rest.replace(bounds, ' ');
  return denial.test(plain) || isAlways.test(plain) || /^(?:in )?(?:the )?(?:last|past)\b/.test(time);
}

const pastInEnglish =
  /\b(?:was|were|had|did|called|wrote|written|sent|received|ordered|placed|bought|paid|arrived|spoke|spoken|told|said|replied|answered|promised|waited|waiting|since|ago|last|dated|registered|recorded|opened|happened|delivered|shipped|signed|returned|reported|mentioned|visited|came|been|asked|contacted|closed|cancelled|would)\b/;
const futureInEnglish = /\b(?:will|shall|going to|promise|guarantee|gonna)\b|'ll\b/;
const pastInChinese =
  /^[^,]*让(?:您|你)|等了|已经?|曾|过(?:您|你|我|了|的|一次|,|$| )|昨|前天|上周|上个?月|刚才|刚刚|之前(?:说|答应|承诺|反映|联系)|当时|[了](?:\s*$|一|两|三|您|你|我|#|的)|(?:发生|下单|购买|签收|支付|登记|提交|反映|投诉|收到|寄出|来电)(?:于|在|的(?!投诉)|时|是)|的(?:订单|来电|来信|邮件|投诉|通话|包裹|记录|快递|服务|会议|回复|工单)/;

/** A date in what was done is no promise; "which we have received will be answered by Monday" is one. */
export function isOfThePast(rest: Rest, _time: string): boolean {
  if (/\p{Script=Han}/u.test(rest)) {
    const near = rest.slice(Math.max(0, rest.indexOf('#') - 30), rest.indexOf('#') + 24);
    return (
      pastInChinese.test(near) &&
      !/会(?:在|给|于|为|尽|有|再)|将(?:在|于|会|给|为)|保证|承诺|一定(?:会|给|在)|最迟|最晚/.test(rest)
    );
  }
  return pastInEnglish.test(rest) && !futureInEnglish.test(rest);
}

/** What we ask of them, or say that they do. */
const asksThem =
  /^[\s"']*(?:so |and |then )?(?:please|kindly|could you|can you|would you|will you|do you|did you|are you|have you|if you|when you|when did|once you|unless you|you (?:can|may|need|have to|should|must|could|said|wrote|told|mentioned|asked|want|would))(?! (?:expect|wait|allow|give (?:us|me)|have (?:an|your|the|it) ))\b/;
const asksThemInChinese =
  /请(?:您|你)?(?:务必|尽量|最好)?(?:于|在)?\s*#[^,]*(?:提供|发送|发来|发给|上传|补充|回复我|回复本|确认|付款|支付|联系我|联系客服|寄|致电|告知我|登录|查看|查收|签收|配合|核对|填写|申请|办理)|(?:您|你)(?:可以|可|需要?|要|应|得|说|提到|希望|想|是|在|能)(?:先|再|于|在|自己|自行)?[^,]{0,6}#|请问|#[^,]*(?:您|你)(?:可以|需要|方便|有空|有时间|说|想|希望|要)|如果(?:您|你)|若(?:您|你)/;

export const isTheirs = (rest: Rest): boolean => asksThem.test(rest) || asksThemInChinese.test(rest);

const commitsInEnglish =
  /\b(?:will|shall|going to|promise|guarantee|guaranteed|assure|commit|expect|expected|should|ensure|make sure|aim|aiming|try|trying|plan|planning|hope|hoping|gonna|latest|get back|hear from|turnaround|takes?|need|needs|allow|wait|arrives?|due|eta|count on|my word|rest assured|confident|you have (?:an|the|your)|let me|rings? you|back to you|be back|bear with|give (?:us|me))\b|'ll\b|\b(?:i|we|they|he|she|someone|somebody|team|department|supervisor|manager|engineer|colleague|warehouse|it|this|that|money|parcel|replacement) (?:will |also )?(?:calls?|rings?|sends?|comes?|gets?|wants? to|is fixed|is there|arrives?|answers?|replies|contacts?|works?|goes|ships?|call|answer|reply|send|write|refund|fix|solve|finish|deliver|return|contact|update|confirm|come back|can (?:have|get|give|do|solve|fix|send|answer|call|reply|promise|offer|finish|deliver|refund))\b|\b(?:you (?:get|have|hear|receive)|is (?:ready|done|solved|finished)|be (?:ready|done|solved|resolved|fixed|finished|there|with you|back)|answer|reply|result|refund|solution|update|callback)\b(?= (?:is |comes |follows )?#)|^\s*(?:answer|reply|result|refund|solution|update)\b[^#]*#/;
const commitsInTheTime =
  /^(?:takes?|taking|wait|allow|need|needs|give|another|within|no later|not later|not longer|no longer|not more|no more|longer|latest|at most|up to)\b|at (?:the )?(?:most|latest)$|max|tops|turnaround/;
const commitsInChinese =
  /会(?!议|员|计|话|上|场)|将(?!军|就|近)|保证|承诺|一定|确保|务必|争取|尽量|尽可能|预计|估计|最迟|最晚|最快|最多|应该|肯定|绝对|包您|可以(?:给|为|帮|解决|处理|答复|回复|完成|到|办)|能(?:给|为|帮|解决|处理|答复|回复|完成|到|办|有|出)|给(?:您|你)|向(?:您|你)|为(?:您|你)|帮(?:您|你)|(?:回复|答复|联系|通知|告知|致电|回访|退给|补给|赔给|寄给)(?:您|你)|解决|处理(?:完|好|结束|完毕|完成)|办好|办妥|搞定|出结果|有结果|有答复|有消息|有回音|有回复|有人联系|见分晓|到账|送达|送到|发货|发出|补发|退款|退还|完成|回电|回访|落实|给(?:个)?(?:说法|答复|结果|交代)|等待?#|耐心等|消息|恢复|修复|上线|打给|打电话|发给|补给|安排|开始|见效|答复|给到|寄出|送到/;
const asksWhetherItSuits =
  /(?:可以|好|行|OK|ok)(?:吗|么)|\bok\b|all right|is it fine|okay|shall (?:i|we)|\b(?:i|we)(?:'ll| will)\b|我们?会|给您|给你|答复您|回复您/;

/** A question is none, but where it only asks whether our time suits them. */
export function commits(rest: Rest, time: string, isAsked: boolean): boolean {
  if (isAsked && !asksWhetherItSuits.test(rest)) return false;
  if (/\p{Script=Han}/u.test(rest + time))
    return commitsInChinese.test(rest) || isLimit(time) || commitsInEnglish.test(rest);
  return commitsInEnglish.test(rest) || commitsInTheTime.test(time) || isLimit(time);
}

/** "By Friday", "in three days": a limit that is named to a customer is ours, unless it was taken away before. */
const limitInEnglish =
  /^(?:within|in|inside|under|less|by|before|until|till|no later|not later|latest|takes?|taking|need|needs|wait|allow|give|another|at most|up to|over the next|max)\b|from now|at (?:the )?(?:most|latest)$|max|tops|turnaround/;
const limitInChinese =
  /(?:之?内|以内|之?后|以后|之前|以前|前|左右|就)$|^(?:需|要|等待?(?!了)|大约|大概|预计|约|最|不|控制|再?给|时限|时间)/;
const isLimit = (time: string): boolean => limitInEnglish.test(time) || limitInChinese.test(time);

/** Nothing but the time and small words. */
export const onlyTime = (rest: Rest): boolean =>
  /^[\s#"'():!.。!?-]*(?:(?:and|so|well|sure|yes|ok|definitely|certainly|surely|at|the|latest|于|在|就|大概|好的?|嗯|是的|最迟|那)[\s#"'():!.。!?-]*)*$/.test(
    rest,
  );
