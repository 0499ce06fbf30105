/** For specs: how mail programs quote and sign, by language and program. What stands first is the customer's, the rest is not. */

/** Language, program, the customer's words, and what the program put under them. */
export type Quoting = [language: string, program: string, words: string, under: string];

const en = 'It has not arrived yet.\n\nCould you look again?\n\nThanks,\nAlice';
const zhs = '还没有收到货。\n\n请帮我再查一下,谢谢!\n\n李伟';
const zht = '還沒有收到貨。\n\n請再幫我查一下,謝謝!\n\n陳美玲';
const ja = 'まだ届いていません。\n\nもう一度ご確認をお願いします。\n\n田中';
const ko = '아직 도착하지 않았습니다.\n\n다시 확인해 주세요.\n\n김민수';
const de = 'Es ist noch nicht da.\n\nKönnen Sie noch einmal nachsehen?\n\nGruß\nHans';
const fr = 'Le colis n’est pas arrivé.\n\nPouvez-vous vérifier ?\n\nMerci,\nPierre';
const es = 'Todavía no ha llegado.\n\n¿Pueden revisarlo?\n\nGracias,\nPablo';
const it = 'Non è ancora arrivato.\n\nPotete controllare?\n\nGrazie,\nLuca';
const pt = 'Ainda não chegou.\n\nPodem verificar de novo?\n\nObrigado,\nJoão';
const nl = 'Het is er nog niet.\n\nKunt u nog eens kijken?\n\nGroet,\nJan';
const pl = 'Paczka nie dotarła.\n\nProszę sprawdzić jeszcze raz.\n\nPozdrawiam,\nAnna';
const ru = 'Посылка ещё не пришла.\n\nПроверьте, пожалуйста.\n\nИван';
const sv = 'Det har inte kommit.\n\nKan ni titta igen?\n\nHälsningar\nKarin';
const da = 'Den er ikke kommet.\n\nVil I se efter igen?\n\nHilsen\nMette';
const no = 'Pakken har ikke kommet.\n\nKan dere sjekke igjen?\n\nHilsen\nOla';
const fi = 'Paketti ei ole tullut.\n\nVoitteko tarkistaa?\n\nTerveisin\nMatti';
const cs = 'Balík ještě nedorazil.\n\nMůžete se podívat?\n\nDěkuji,\nJana';
const tr = 'Kargo hâlâ gelmedi.\n\nTekrar bakar mısınız?\n\nTeşekkürler,\nAyşe';
const old = 'Dear customer,\n\nyour parcel 4711 was handed to the carrier.\n\nKind regards\nThe desk';
const quoted = old
  .split('\n')
  .map((line) => `> ${line}`.trimEnd())
  .join('\n');
const who = 'Support <support@desk.test>';

export const quotings: Quoting[] = [
  // English
  ['en', 'Gmail', en, `On Fri, Nov 20, 2026 at 10:00 AM ${who} wrote:\n\n${quoted}`],
  [
    'en',
    'Gmail, broken over two lines',
    en,
    `On Fri, Nov 20, 2026 at 10:00 AM Customer Care Department <\nsupport@desk.test> wrote:\n\n${quoted}`,
  ],
  ['en', 'Gmail on a phone', en, `On Fri, 20 Nov 2026, 10:00 Support, <support@desk.test> wrote:\n\n${quoted}`],
  ['en', 'Gmail, quotation without signs', en, `On Fri, Nov 20, 2026 at 10:00 AM ${who} wrote:\n\n${old}`],
  [
    'en',
    'Outlook 2010 to 365',
    en,
    `From: ${who} \nSent: Friday, November 20, 2026 10:00 AM\nTo: Alice <alice@customer.test>\nSubject: RE: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook with importance and attachments',
    en,
    `From: ${who}\nSent: Friday, November 20, 2026 10:00 AM\nTo: Alice <alice@customer.test>\nCc: Bob <bob@customer.test>\nAttachments: bill.pdf\nImportance: High\nSubject: RE: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook on the web',
    en,
    `________________________________\nFrom: ${who}\nSent: Friday, November 20, 2026 10:00 AM\nTo: Alice <alice@customer.test>\nSubject: Re: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook for iOS',
    en,
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: ${who}\nSent: Friday, November 20, 2026 10:00:00 AM\nTo: Alice <alice@customer.test>\nSubject: Re: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook 2003',
    en,
    `-----Original Message-----\nFrom: Support [mailto:support@desk.test] \nSent: Friday, November 20, 2026 10:00 AM\nTo: Alice\nSubject: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook for Mac',
    en,
    `From: ${who}\nDate: Friday, 20 November 2026 at 10:00\nTo: Alice <alice@customer.test>\nSubject: Re: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Outlook with bold labels',
    en,
    `*From:* ${who}\n*Sent:* Friday, November 20, 2026 10:00 AM\n*To:* Alice <alice@customer.test>\n*Subject:* Re: Parcel 4711\n\n${old}`,
  ],
  ['en', 'Apple Mail', en, `> On 20 Nov 2026, at 10:00, ${who} wrote:\n> \n${quoted}`],
  ['en', 'Apple Mail, attribution not quoted', en, `On Nov 20, 2026, at 10:00 AM, ${who} wrote:\n\n${quoted}`],
  ['en', 'iPhone', en, `Sent from my iPhone\n\n> On Nov 20, 2026, at 10:00 AM, ${who} wrote:\n> \n${quoted}`],
  ['en', 'Yahoo', en, `    On Friday, November 20, 2026 at 10:00:00 AM GMT+1, ${who} wrote:  \n \n ${old}`],
  [
    'en',
    'Yahoo on Android',
    en,
    `Sent from Yahoo Mail on Android \n \n  On Fri, 20 Nov 2026 at 10:00, Support<support@desk.test> wrote:   ${old}`,
  ],
  ['en', 'Thunderbird', en, `On 11/20/26 10:00, Support wrote:\n${quoted}`],
  ['en', 'Thunderbird of old', en, `Support wrote:\n${quoted}`],
  [
    'en',
    'Zimbra',
    en,
    `From: "Support" <support@desk.test>\nTo: "Alice" <alice@customer.test>\nSent: Friday, November 20, 2026 10:00:00 AM\nSubject: Re: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Zimbra with a rule',
    en,
    `----- Original Message -----\nFrom: "Support" <support@desk.test>\nTo: "Alice" <alice@customer.test>\nSent: Friday, November 20, 2026 10:00:00 AM\nSubject: Re: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Proton',
    en,
    `Sent with [Proton Mail](https://proton.me/) secure email.\n\n------- Original Message -------\nOn Friday, November 20th, 2026 at 10:00, Support <support@desk.test> wrote:\n\n\n${quoted}`,
  ],
  [
    'en',
    'Samsung',
    en,
    `Sent from my Galaxy\n\n\n-------- Original message --------\nFrom: ${who} \nDate: 11/20/26  10:00  (GMT+01:00) \nTo: Alice <alice@customer.test> \nSubject: Parcel 4711 \n\n${old}`,
  ],
  ['en', 'Zoho', en, `---- On Fri, 20 Nov 2026 10:00:00 +0100 ${who} wrote ----\n\n${old}`],
  [
    'en',
    'NetEase in English',
    en,
    `At 2026-11-20 10:00:00, "Support" <support@desk.test> wrote:\n>Dear customer,\n>your parcel 4711 was handed to the carrier.`,
  ],
  [
    'en',
    'QQ Mail in English',
    en,
    `------------------ Original ------------------\nFrom:  "Support"<support@desk.test>;\nDate:  Fri, Nov 20, 2026 10:00 AM\nTo:  "Alice"<alice@customer.test>;\nSubject:  Parcel 4711\n\n${old}`,
  ],
  ['en', 'Foxmail in English', en, `From: Support\nDate: 2026-11-20 10:00\nTo: Alice\nSubject: Parcel 4711\n${old}`],
  ['en', 'Fastmail', en, `On Fri, 20 Nov 2026, at 10:00 AM, Support wrote:\n${quoted}`],
  [
    'en',
    'Mutt',
    en,
    `On Fri, Nov 20, 2026 at 10:00:00AM +0100, Support wrote:\n${quoted}\n\n-- \nAlice Doe\nhttp://alice.test`,
  ],
  ['en', 'Horde', en, `Quoting Support <support@desk.test>:\n\n${quoted}`],
  [
    'en',
    'a signature of one’s own',
    en,
    '-- \nAlice Doe | Head of Sales\nCustomer Ltd., 1 High Street\n+44 20 1234567',
  ],
  [
    'en',
    'a desk’s own line',
    en,
    `##- Please type your reply above this line -##\n\nYour request (4711) has been updated.`,
  ],
  [
    'en',
    'a mailing list',
    en,
    '_______________________________________________\nusers mailing list\nusers@lists.test\nTo unsubscribe: https://lists.test/users',
  ],
  [
    'en',
    'BlackBerry',
    en,
    `Sent from my BlackBerry 10 smartphone.\n  Original Message  \nFrom: Support\nSent: Friday, November 20, 2026 10:00 AM\nTo: Alice\nSubject: Parcel 4711\n\n${old}`,
  ],
  [
    'en',
    'Mail for Windows',
    en,
    `Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows\n\nFrom: Support<mailto:support@desk.test>\nSent: 20 November 2026 10:00\nTo: Alice<mailto:alice@customer.test>\nSubject: Parcel 4711\n\n${old}`,
  ],
  // 简体中文
  ['zh-CN', 'Gmail', zhs, `Support <support@desk.test> 于2026年11月20日周五 10:00写道:\n\n${quoted}`],
  [
    'zh-CN',
    'Gmail, broken',
    zhs,
    `Customer Support Department of Desk <support@desk.test>\n于2026年11月20日周五 10:00写道:\n\n${quoted}`,
  ],
  [
    'zh-CN',
    'Outlook',
    zhs,
    `发件人: 客服 <support@desk.test> \n发送时间: 2026年11月20日 10:00\n收件人: 李伟 <li@customer.test>\n主题: 答复: 包裹 4711\n\n${old}`,
  ],
  [
    'zh-CN',
    'Outlook on a phone',
    zhs,
    `获取适用于 iOS 的 Outlook<https://aka.ms/o0ukef>\n________________________________\n发件人: 客服 <support@desk.test>\n发送时间: 星期五, 十一月 20, 2026 10:00 上午\n收件人: 李伟 <li@customer.test>\n主题: 回复: 包裹\n\n${old}`,
  ],
  ['zh-CN', 'Apple Mail', zhs, `> 2026年11月20日 上午10:00,客服 <support@desk.test> 写道:\n> \n${quoted}`],
  [
    'zh-CN',
    'iPhone',
    zhs,
    `发自我的 iPhone\n\n> 在 2026年11月20日,上午10:00,客服 <support@desk.test> 写道:\n> \n> 您好`,
  ],
  [
    'zh-CN',
    'QQ Mail',
    zhs,
    `------------------ 原始邮件 ------------------\n发件人: "客服" <support@desk.test>;\n发送时间: 2026年11月20日(星期五) 上午10:00\n收件人: "李伟"<123456@qq.test>;\n主题: 包裹\n\n您好`,
  ],
  [
    'zh-CN',
    'QQ Mail, later',
    zhs,
    `------------------&nbsp;原始邮件&nbsp;------------------`.replaceAll('&nbsp;', '\u00a0') +
      '\n发件人: "客服"\n\n您好',
  ],
  [
    'zh-CN',
    'QQ Mail on a phone',
    zhs,
    `发自我的iPhone\n\n\n------------------ Original ------------------\nFrom: 客服 <support@desk.test>\nDate: 周五,11月 20,2026 10:00 上午\nTo: 李伟 <123456@qq.test>\nSubject: Re: 包裹\n\n您好`,
  ],
  ['zh-CN', 'Foxmail', zhs, `发件人: 客服\n发送时间: 2026-11-20 10:00\n收件人: 李伟\n主题: 包裹 4711\n您好,已经发出。`],
  [
    'zh-CN',
    'Foxmail, full-width colons',
    zhs,
    `李伟\n\n发件人: support@desk.test\n发送时间: 2026-11-20 10:00\n收件人: li@customer.test\n抄送: wang@customer.test\n主题: 包裹 4711\n您好`.replace(
      '李伟\n\n',
      '',
    ),
  ],
  ['zh-CN', 'NetEase', zhs, `在 2026-11-20 10:00:00,"客服" <support@desk.test> 写道:\n>您好,\n>已经发出。`],
  [
    'zh-CN',
    'NetEase, comma of full width',
    zhs,
    `在 2026-11-20 10:00:00,客服 <support@desk.test> 写道:\n\n您好,\n已经发出。`,
  ],
  [
    'zh-CN',
    'NetEase master',
    zhs,
    `---- 回复的原邮件 ----\n| 发件人 | 客服<support@desk.test> |\n| 发送日期 | 2026年11月20日 10:00 |\n| 收件人 | 李伟<li@163.test> |\n| 主题 | 包裹 4711 |\n您好`,
  ],
  [
    'zh-CN',
    'NetEase master on a phone',
    zhs,
    `发自我的手机\n\n\n-------- 原始邮件 --------\n发件人:客服 <support@desk.test>\n日期:2026年11月20日周五 10:00\n收件人:李伟 <li@163.test>\n主 题:包裹\n您好`,
  ],
  [
    'zh-CN',
    'NetEase master, signed',
    zhs,
    `来自网易邮箱大师\n\n在2026年11月20日 10:00,客服<support@desk.test> 写道:\n您好`,
  ],
  [
    'zh-CN',
    'Sina',
    zhs,
    `----- 原始邮件 -----\n发件人:客服 <support@desk.test>\n收件人:李伟 <li@sina.test>\n主题:包裹\n日期:2026年11月20日 10点00分\n\n您好`,
  ],
  [
    'zh-CN',
    'Aliyun',
    zhs,
    `------------------------------------------------------------------\n发件人:客服 <support@desk.test>\n发送时间:2026年11月20日(星期五) 10:00\n收件人:李伟 <li@aliyun.test>\n主 题:包裹\n\n您好`,
  ],
  [
    'zh-CN',
    'Huawei',
    zhs,
    `发自我的华为手机\n\n\n-------- 原始邮件 --------\n发件人: 客服 <support@desk.test>\n日期: 2026年11月20日周五 10:00\n收件人: li@customer.test\n主题: 包裹\n您好`,
  ],
  ['zh-CN', 'Thunderbird', zhs, `在 2026/11/20 10:00, 客服 写道:\n${quoted}`],
  [
    'zh-CN',
    'Yahoo',
    zhs,
    `    在 2026年11月20日 星期五 上午10:00:00 [GMT+8], 客服<support@desk.test> 写道:  \n\n${old}`,
  ],
  [
    'zh-CN',
    'Coremail',
    zhs,
    `-----原始邮件-----\n发件人:客服 <support@desk.test>\n发送时间:2026-11-20 10:00:00 (星期五)\n收件人: li@customer.test\n抄送: \n主题: 包裹\n\n您好`,
  ],
  ['zh-CN', 'Xiaomi', zhs, `发自我的小米手机\n在 客服 <support@desk.test>,2026年11月20日 上午10:00写道:\n\n您好`],
  // 繁體中文
  ['zh-TW', 'Gmail', zht, `Support <support@desk.test> 於 2026年11月20日 週五 上午10:00寫道:\n\n${quoted}`],
  [
    'zh-TW',
    'Outlook',
    zht,
    `寄件者: 客服 <support@desk.test>\n寄件日期: 2026年11月20日 上午 10:00\n收件者: 陳美玲 <chen@customer.test>\n主旨: 回覆: 包裹\n\n${old}`,
  ],
  [
    'zh-TW',
    'Outlook, sent as 傳送時間',
    zht,
    `寄件者: 客服 <support@desk.test>\n傳送時間: 星期五, 十一月 20, 2026 10:00\n收件者: 陳美玲\n副本: 王小明\n主旨: 包裹\n\n${old}`,
  ],
  ['zh-TW', 'Apple Mail', zht, `> 客服 <support@desk.test> 於 2026年11月20日 上午10:00 寫道:\n> \n${quoted}`],
  [
    'zh-TW',
    'iPhone',
    zht,
    `從我的 iPhone 傳送\n\n> 客服 <support@desk.test> 於 2026年11月20日 上午10:00 寫道:\n> \n${quoted}`,
  ],
  [
    'zh-TW',
    'Yahoo',
    zht,
    `    客服 <support@desk.test> 在 2026年11月20日 星期五上午10:00:00 [GMT+8] 寫道:  \n\n${old}`,
  ],
  [
    'zh-TW',
    'an old Outlook',
    zht,
    `-----原始郵件-----\n寄件者: 客服 [mailto:support@desk.test]\n寄件日期: 2026年11月20日 10:00\n收件者: 陳美玲\n主旨: 包裹\n\n${old}`,
  ],
  // 日本語
  ['ja', 'Gmail', ja, `2026年11月20日(金) 10:00 Support <support@desk.test>:\n\n${quoted}`],
  [
    'ja',
    'Outlook',
    ja,
    `差出人: Support <support@desk.test>\n送信日時: 2026年11月20日 10:00\n宛先: 田中 <tanaka@customer.test>\n件名: RE: 荷物\n\n${old}`,
  ],
  [
    'ja',
    'Outlook in English letters',
    ja,
    `From: Support <support@desk.test>\nSent: Friday, November 20, 2026 10:00 AM\nTo: 田中\nSubject: RE: 荷物\n\n${old}`,
  ],
  ['ja', 'Apple Mail', ja, `> 2026/11/20 10:00、Support <support@desk.test>のメール:\n> \n${quoted}`],
  ['ja', 'iPhone', ja, `iPhoneから送信\n\n> 2026/11/20 10:00、Support <support@desk.test>のメール:\n> \n${quoted}`],
  ['ja', 'Thunderbird', ja, `On 2026/11/20 10:00, Support wrote:\n${quoted}`],
  [
    'ja',
    'Yahoo',
    ja,
    `----- Original Message -----\nFrom: "Support" <support@desk.test>\nTo: tanaka@customer.test\nDate: 2026/11/20 金 10:00\nSubject: 荷物\n\n${old}`,
  ],
  ['ja', 'a business program', ja, `----- 元のメッセージ -----\n差出人: Support\n宛先: 田中\n件名: 荷物\n\n${old}`],
  [
    'ja',
    'Outlook on a phone',
    ja,
    `Outlook for iOS を入手\n________________________________\n差出人: Support <support@desk.test>\n送信日時: 金曜日, 11月 20, 2026 10:00 午前\n宛先: 田中\n件名: Re: 荷物\n\n${old}`,
  ],
  // 한국어
  ['ko', 'Gmail', ko, `2026년 11월 20일 (금) 오전 10:00, Support <support@desk.test>님이 작성:\n\n${quoted}`],
  [
    'ko',
    'Outlook',
    ko,
    `보낸 사람: Support <support@desk.test>\n보낸 날짜: 2026년 11월 20일 금요일 오전 10:00\n받는 사람: 김민수 <kim@customer.test>\n제목: RE: 택배\n\n${old}`,
  ],
  ['ko', 'Apple Mail', ko, `> 2026. 11. 20. 오전 10:00, Support <support@desk.test> 작성:\n> \n${quoted}`],
  [
    'ko',
    'iPhone',
    ko,
    `나의 iPhone에서 보냄\n\n> 2026. 11. 20. 오전 10:00, Support <support@desk.test> 작성:\n> \n${quoted}`,
  ],
  [
    'ko',
    'Naver',
    ko,
    `-----Original Message-----\nFrom: "Support"<support@desk.test>\nTo: "김민수"<kim@naver.test>;\nCc:\nSent: 2026-11-20 (금) 10:00:00 (GMT+09:00)\nSubject: 택배\n\n${old}`,
  ],
  [
    'ko',
    'Daum',
    ko,
    `--------- 원본 메일 ---------\n보낸사람: Support <support@desk.test>\n받는사람 : 김민수\n날짜: 2026년 11월 20일 금요일\n제목: 택배\n\n${old}`,
  ],
  // Deutsch
  ['de', 'Gmail', de, `Am Fr., 20. Nov. 2026 um 10:00 Uhr schrieb Support <\nsupport@desk.test>:\n\n${quoted}`],
  ['de', 'Gmail, name first', de, `Support <support@desk.test> schrieb am Fr., 20. Nov. 2026, 10:00:\n\n${quoted}`],
  [
    'de',
    'Outlook',
    de,
    `Von: ${who} \nGesendet: Freitag, 20. November 2026 10:00\nAn: Hans <hans@kunde.test>\nBetreff: AW: Paket\n\n${old}`,
  ],
  [
    'de',
    'Outlook 2003',
    de,
    `-----Ursprüngliche Nachricht-----\nVon: Support [mailto:support@desk.test] \nGesendet: Freitag, 20. November 2026 10:00\nAn: Hans\nBetreff: Paket\n\n${old}`,
  ],
  ['de', 'Apple Mail', de, `> Am 20.11.2026 um 10:00 schrieb ${who}:\n> \n${quoted}`],
  ['de', 'iPhone', de, `Von meinem iPhone gesendet\n\n> Am 20.11.2026 um 10:00 schrieb ${who}:\n> \n> Guten Tag`],
  [
    'de',
    'GMX',
    de,
    `Gesendet: Freitag, 20. November 2026 um 10:00 Uhr\nVon: "Support" <support@desk.test>\nAn: hans@gmx.test\nBetreff: Paket\n\n${old}`,
  ],
  [
    'de',
    'GMX on a phone',
    de,
    `Gesendet mit der GMX iPhone App\n\nAm 20.11.26 um 10:00 schrieb Support\n\n${quoted}`.replace(
      'schrieb Support\n',
      'schrieb Support:\n',
    ),
  ],
  [
    'de',
    'T-Online',
    de,
    `-----Original-Nachricht-----\nBetreff: Paket\nDatum: 2026-11-20T10:00:00+0100\nVon: "Support" <support@desk.test>\nAn: hans@t-online.test\n\n${old}`,
  ],
  ['de', 'Thunderbird', de, `Am 20.11.26 um 10:00 schrieb Support:\n${quoted}`],
  [
    'de',
    'Samsung',
    de,
    `Von meinem/meiner Galaxy gesendet\n\n\n-------- Ursprüngliche Nachricht --------\nVon: ${who}\nDatum: 20.11.26 10:00 (GMT+01:00)\nAn: Hans\nBetreff: Paket\n\n${old}`,
  ],
  [
    'de',
    'Outlook for Android',
    de,
    `Gesendet von Outlook für Android<https://aka.ms/AAb9ysg>\n________________________________\nVon: ${who}\nGesendet: Freitag, 20. November 2026 10:00:00\nAn: Hans\nBetreff: Re: Paket\n\n${old}`,
  ],
  [
    'de',
    'Yahoo',
    de,
    `    Am Freitag, 20. November 2026 um 10:00:00 MEZ hat Support <support@desk.test> Folgendes geschrieben:  \n \n ${old}`,
  ],
  // Français
  ['fr', 'Gmail', fr, `Le ven. 20 nov. 2026 à 10:00, ${who} a écrit :\n\n${quoted}`],
  [
    'fr',
    'Gmail, broken',
    fr,
    `Le ven. 20 nov. 2026 à 10:00, Service des clients <support@desk.test> a\nécrit :\n\n${quoted}`,
  ],
  [
    'fr',
    'Outlook',
    fr,
    `De : ${who} \nEnvoyé : vendredi 20 novembre 2026 10:00\nÀ : Pierre <pierre@client.test>\nObjet : RE: Colis\n\n${old}`,
  ],
  [
    'fr',
    'Outlook 2003',
    fr,
    `-----Message d'origine-----\nDe : Support [mailto:support@desk.test]\nEnvoyé : vendredi 20 novembre 2026 10:00\nÀ : Pierre\nObjet : Colis\n\n${old}`,
  ],
  ['fr', 'Apple Mail', fr, `> Le 20 nov. 2026 à 10:00, ${who} a écrit :\n> \n${quoted}`],
  ['fr', 'iPhone', fr, `Envoyé de mon iPhone\n\n> Le 20 nov. 2026 à 10:00, ${who} a écrit :\n> \n> Bonjour`],
  [
    'fr',
    'Samsung',
    fr,
    `Envoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine --------\nDe : ${who}\nDate : 20/11/2026 10:00 (GMT+01:00)\nÀ : Pierre\nObjet : Colis\n\n${old}`,
  ],
  [
    'fr',
    'Orange',
    fr,
    `> Message du 20/11/26 10:00\n> De : "Support" <support@desk.test>\n> A : pierre@orange.test\n> Copie à : \n> Objet : Colis\n> \n> Bonjour`,
  ],
  ['fr', 'Thunderbird', fr, `Le 20/11/2026 à 10:00, Support a écrit :\n${quoted}`],
  [
    'fr',
    'Zimbra',
    fr,
    `De: "Support" <support@desk.test>\nÀ: "Pierre" <pierre@client.test>\nEnvoyé: Vendredi 20 Novembre 2026 10:00:00\nObjet: Colis\n\n${old}`,
  ],
  // Español
  ['es', 'Gmail', es, `El vie, 20 nov 2026 a las 10:00, Support (<support@desk.test>) escribió:\n\n${quoted}`],
  [
    'es',
    'Outlook',
    es,
    `De: ${who} \nEnviado el: viernes, 20 de noviembre de 2026 10:00\nPara: Pablo <pablo@cliente.test>\nAsunto: RE: Paquete\n\n${old}`,
  ],
  ['es', 'Apple Mail', es, `> El 20 nov 2026, a las 10:00, ${who} escribió:\n> \n${quoted}`],
  ['es', 'iPhone', es, `Enviado desde mi iPhone\n\n> El 20 nov 2026, a las 10:00, ${who} escribió:\n> \n> Hola`],
  [
    'es',
    'Outlook for Android',
    es,
    `Obtener Outlook para Android<https://aka.ms/AAb9ysg>\n________________________________\nDe: ${who}\nEnviado: viernes, 20 de noviembre de 2026 10:00:00\nPara: Pablo\nAsunto: Re: Paquete\n\n${old}`,
  ],
  [
    'es',
    'Yahoo',
    es,
    `    En viernes, 20 de noviembre de 2026, 10:00:00 CET, Support <support@desk.test> escribió:  \n \n ${old}`,
  ],
  [
    'es',
    'an old Outlook',
    es,
    `-----Mensaje original-----\nDe: Support [mailto:support@desk.test]\nEnviado el: viernes, 20 de noviembre de 2026 10:00\nPara: Pablo\nAsunto: Paquete\n\n${old}`,
  ],
  // Italiano
  ['it', 'Gmail', it, `Il giorno ven 20 nov 2026 alle ore 10:00 Support <support@desk.test> ha\nscritto:\n\n${quoted}`],
  [
    'it',
    'Outlook',
    it,
    `Da: ${who} \nInviato: venerdì 20 novembre 2026 10:00\nA: Luca <luca@cliente.test>\nOggetto: R: Pacco\n\n${old}`,
  ],
  ['it', 'Apple Mail', it, `> Il giorno 20 nov 2026, alle ore 10:00, ${who} ha scritto:\n> \n${quoted}`],
  [
    'it',
    'iPhone',
    it,
    `Inviato da iPhone\n\n> Il giorno 20 nov 2026, alle ore 10:00, ${who} ha scritto:\n> \n> Buongiorno`,
  ],
  ['it', 'Libero', it, `Il 20 novembre 2026 alle 10.00 Support <support@desk.test> ha scritto:\n\n${old}`],
  [
    'it',
    'Mail.app in 3 lines',
    it,
    `In data venerdì 20 novembre 2026 10:00:00 CET, Support\n<support@desk.test> ha\nscritto:\n\n${quoted}`,
  ],
  // Português
  ['pt', 'Gmail', pt, `Em sex., 20 de nov. de 2026 às 10:00, Support <support@desk.test>\nescreveu:\n\n${quoted}`],
  [
    'pt',
    'Gmail, name first',
    pt,
    `Support <support@desk.test> escreveu no dia sexta, 20/11/2026 à(s) 10:00:\n\n${quoted}`,
  ],
  [
    'pt',
    'Outlook',
    pt,
    `De: ${who} \nEnviada em: sexta-feira, 20 de novembro de 2026 10:00\nPara: João <joao@cliente.test>\nAssunto: RES: Encomenda\n\n${old}`,
  ],
  ['pt', 'iPhone', pt, `Enviado do meu iPhone\n\n> Em 20 de nov. de 2026, à(s) 10:00, ${who} escreveu:\n> \n> Olá`],
  [
    'pt',
    'Samsung',
    pt,
    `Enviado do meu Galaxy\n\n\n-------- Mensagem original --------\nDe: ${who}\nData: 20/11/2026 10:00 (GMT-03:00)\nPara: João\nAssunto: Encomenda\n\n${old}`,
  ],
  // Nederlands
  ['nl', 'Gmail', nl, `Op vr 20 nov 2026 om 10:00 schreef Support <support@desk.test>:\n\n${quoted}`],
  [
    'nl',
    'Outlook',
    nl,
    `Van: ${who} \nVerzonden: vrijdag 20 november 2026 10:00\nAan: Jan <jan@klant.test>\nOnderwerp: RE: Pakket\n\n${old}`,
  ],
  ['nl', 'Apple Mail', nl, `> Op 20 nov. 2026, om 10:00 heeft ${who} het volgende geschreven:\n> \n${quoted}`],
  [
    'nl',
    'iPhone',
    nl,
    `Verstuurd vanaf mijn iPhone\n\n> Op 20 nov. 2026 om 10:00 heeft ${who} het volgende geschreven:\n> \n> Beste`,
  ],
  [
    'nl',
    'Samsung',
    nl,
    `Verzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\nVan: ${who}\nDatum: 20-11-2026 10:00 (GMT+01:00)\nAan: Jan\nOnderwerp: Pakket\n\n${old}`,
  ],
  // Polski
  ['pl', 'Gmail', pl, `pt., 20 lis 2026 o 10:00 Support <support@desk.test> napisał(a):\n\n${quoted}`],
  [
    'pl',
    'Outlook',
    pl,
    `Od: ${who} \nWysłano: piątek, 20 listopada 2026 10:00\nDo: Anna <anna@klient.test>\nTemat: ODP: Paczka\n\n${old}`,
  ],
  ['pl', 'Thunderbird', pl, `W dniu 20.11.2026 o 10:00, Support pisze:\n${quoted}`],
  ['pl', 'WP', pl, `Dnia 20 listopada 2026 10:00 Support <support@desk.test> napisał(a):\n\n${old}`],
  [
    'pl',
    'Apple Mail',
    pl,
    `> Wiadomość napisana przez Support <support@desk.test> w dniu 20.11.2026, o godz. 10:00:\n> \n${quoted}`,
  ],
  [
    'pl',
    'iPhone',
    pl,
    `Wysłane z iPhone'a\n\n> Wiadomość napisana przez Support <support@desk.test> w dniu 20.11.2026, o godz. 10:00:\n> \n${quoted}`,
  ],
  // Русский
  ['ru', 'Gmail', ru, `пт, 20 нояб. 2026 г. в 10:00, Support <support@desk.test>:\n\n${quoted}`],
  [
    'ru',
    'Outlook',
    ru,
    `От: ${who} \nОтправлено: 20 ноября 2026 г. 10:00\nКому: Иван <ivan@client.test>\nТема: RE: Посылка\n\n${old}`,
  ],
  ['ru', 'Mail.ru', ru, `Пятница, 20 ноября 2026, 10:00 +03:00 от Support <support@desk.test>:\n \n${quoted}`],
  ['ru', 'Yandex', ru, `20.11.2026, 10:00, "Support" <support@desk.test>:\n\n${quoted}`],
  ['ru', 'Apple Mail', ru, `> 20 нояб. 2026 г., в 10:00, Support <support@desk.test> написал(а):\n> \n${quoted}`],
  [
    'ru',
    'iPhone',
    ru,
    `Отправлено с iPhone\n\n> 20 нояб. 2026 г., в 10:00, Support <support@desk.test> написал(а):\n> \n${quoted}`,
  ],
  ['ru', 'Thunderbird', ru, `20.11.2026 10:00, Support пишет:\n${quoted}`],
  // Svenska, dansk, norsk, suomi
  ['sv', 'Gmail', sv, `Den fre 20 nov. 2026 kl 10:00 skrev Support <support@desk.test>:\n\n${quoted}`],
  [
    'sv',
    'Outlook',
    sv,
    `Från: ${who} \nSkickat: den 20 november 2026 10:00\nTill: Karin <karin@kund.test>\nÄmne: SV: Paket\n\n${old}`,
  ],
  ['sv', 'iPhone', sv, `Skickat från min iPhone\n\n> 20 nov. 2026 kl. 10:00 skrev ${who}:\n> \n> Hej`],
  [
    'sv',
    'an old Outlook',
    sv,
    `-----Ursprungligt meddelande-----\nFrån: Support\nSkickat: den 20 november 2026 10:00\nTill: Karin\nÄmne: Paket\n\n${old}`,
  ],
  ['da', 'Gmail', da, `Den fre. 20. nov. 2026 kl. 10.00 skrev Support <support@desk.test>:\n\n${quoted}`],
  [
    'da',
    'Outlook',
    da,
    `Fra: ${who} \nSendt: 20. november 2026 10:00\nTil: Mette <mette@kunde.test>\nEmne: SV: Pakke\n\n${old}`,
  ],
  ['da', 'iPhone', da, `Sendt fra min iPhone\n\n> Den 20. nov. 2026 kl. 10.00 skrev ${who}:\n> \n> Hej`],
  ['no', 'Gmail', no, `fre. 20. nov. 2026 kl. 10:00 skrev Support <support@desk.test>:\n\n${quoted}`],
  [
    'no',
    'Outlook',
    no,
    `Fra: ${who} \nSendt: fredag 20. november 2026 10:00\nTil: Ola <ola@kunde.test>\nEmne: SV: Pakke\n\n${old}`,
  ],
  [
    'no',
    'an old Outlook',
    no,
    `-----Opprinnelig melding-----\nFra: Support\nSendt: 20. november 2026 10:00\nTil: Ola\nEmne: Pakke\n\n${old}`,
  ],
  ['fi', 'Gmail', fi, `pe 20. marrask. 2026 klo 10.00 Support (support@desk.test) kirjoitti:\n\n${quoted}`],
  [
    'fi',
    'Outlook',
    fi,
    `Lähettäjä: ${who} \nLähetetty: perjantai 20. marraskuuta 2026 10:00\nVastaanottaja: Matti <matti@asiakas.test>\nAihe: VS: Paketti\n\n${old}`,
  ],
  ['fi', 'iPhone', fi, `Lähetetty iPhonesta\n\n> ${who} kirjoitti 20.11.2026 kello 10.00:\n> \n> Hei`],
  // Čeština, türkçe and others
  ['cs', 'Gmail', cs, `pá 20. 11. 2026 v 10:00 odesílatel Support <support@desk.test>\nnapsal:\n\n${quoted}`],
  [
    'cs',
    'Outlook',
    cs,
    `Od: ${who} \nOdesláno: pátek 20. listopadu 2026 10:00\nKomu: Jana <jana@zakaznik.test>\nPředmět: RE: Balík\n\n${old}`,
  ],
  [
    'cs',
    'Seznam',
    cs,
    `---------- Původní e-mail ----------\nOd: ${who}\nKomu: jana@seznam.test\nDatum: 20. 11. 2026 10:00:00\nPředmět: Balík\n\n${old}`,
  ],
  ['cs', 'Thunderbird', cs, `Dne 20. 11. 26 v 10:00 Support napsal(a):\n${quoted}`],
  ['tr', 'Gmail', tr, `Support <support@desk.test>, 20 Kas 2026 Cum, 10:00 tarihinde şunu yazdı:\n\n${quoted}`],
  [
    'tr',
    'Outlook',
    tr,
    `Kimden: ${who} \nGönderildi: 20 Kasım 2026 Cuma 10:00\nKime: Ayşe <ayse@musteri.test>\nKonu: YNT: Kargo\n\n${old}`,
  ],
  [
    'tr',
    'iPhone',
    tr,
    `iPhone’umdan gönderildi\n\n> Support <support@desk.test> şunları yazdı (20 Kas 2026 10:00):\n> \n> Merhaba`,
  ],
  ['hu', 'Gmail', en, `Support <support@desk.test> ezt írta (időpont: 2026. nov. 20., P, 10:00):\n\n${quoted}`],
  [
    'hu',
    'Outlook',
    en,
    `Feladó: ${who} \nElküldve: 2026. november 20., péntek 10:00\nCímzett: Anna <anna@vevo.test>\nTárgy: RE: Csomag\n\n${old}`,
  ],
  ['ro', 'Gmail', en, `În vin., 20 nov. 2026 la 10:00, Support <support@desk.test> a scris:\n\n${quoted}`],
  [
    'el',
    'Gmail',
    en,
    `Στις Παρ 20 Νοε 2026 στις 10:00 π.μ., ο χρήστης Support <support@desk.test> έγραψε:\n\n${quoted}`,
  ],
  ['uk', 'Gmail', en, `пт, 20 лист. 2026 р. о 10:00 Support <support@desk.test> пише:\n\n${quoted}`],
  ['vi', 'Gmail', en, `Vào Th 6, 20 thg 11, 2026 vào lúc 10:00 Support <support@desk.test> đã\nviết:\n\n${quoted}`],
  ['id', 'Gmail', en, `Pada tanggal Jum, 20 Nov 2026 pukul 10.00 Support <support@desk.test> menulis:\n\n${quoted}`],
  ['ca', 'Gmail', en, `Missatge de Support <support@desk.test> del dia dv., 20 de nov. 2026 a les 10:00:\n\n${quoted}`],
  [
    'sk',
    'Outlook',
    en,
    `Od: ${who} \nOdoslané: piatok 20. novembra 2026 10:00\nKomu: Jana <jana@zakaznik.test>\nPredmet: RE: Balík\n\n${old}`,
  ],
  [
    'he',
    'a language without a list of ours',
    en,
    `בתאריך יום ו׳, 20 בנוב׳ 2026 ב-10:00 מאת Support <support@desk.test>:\n\n${quoted}`,
  ],
];
