/** For specs: how mail programs quote and sign in HTML. `words` is what is left; the rest the program wrote. */

export type HtmlQuoting = [program: string, html: string, words: string];

const old = '<p>Dear customer,</p><p>your parcel was handed over.</p>';
const who = '&lt;<a href="mailto:support@desk.test">support@desk.test</a>&gt;';
const words = 'It is late.\n\nThanks, Alice';
const mine = '<div>It is late.</div><div><br></div><div>Thanks, Alice</div>';
const outlook = `<p class="MsoNormal">It is late.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Thanks, Alice<o:p></o:p></p>`;
const headers = (from: string, sent: string, to: string, subject: string) =>
  `<b>${from}</b> Support ${who}<br><b>${sent}</b> 2026-11-20 10:00<br><b>${to}</b> Alice<br><b>${subject}</b> Parcel`;

export const htmlQuotings: HtmlQuoting[] = [
  [
    'Gmail',
    `<div dir="ltr">${mine}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Fri, Nov 20, 2026 at 10:00 AM Support ${who} wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${old}</blockquote></div>`,
    words,
  ],
  [
    'Gmail in a language without a list of ours',
    `<div dir="ltr">${mine}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Ar 20 Tach 2026, scríobh Support<br></div><blockquote class="gmail_quote">${old}</blockquote></div>`,
    words,
  ],
  [
    'Gmail with a signature',
    `<div dir="ltr">${mine}<div><br></div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature" data-smartmail="gmail_signature">Alice Doe<br>Head of Sales</div></div><br><div class="gmail_quote"><div class="gmail_attr">On Fri Support wrote:</div><blockquote class="gmail_quote">${old}</blockquote></div>`,
    words,
  ],
  [
    'Gmail, answers between the lines',
    `<div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">On Fri, Nov 20, 2026 Support wrote:<br></div><blockquote class="gmail_quote">When?</blockquote><div>On Monday.</div><blockquote class="gmail_quote">Where?</blockquote><div>At home.</div></div></div>`,
    '> When?\n\nOn Monday.\n\n> Where?\n\nAt home.',
  ],
  [
    'Gmail, one’s own indentation',
    `<div dir="ltr">${mine}<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Order 4711</div></blockquote></div>`,
    `${words}\n\nOrder 4711`,
  ],
  [
    'Outlook for Windows',
    `<div class="WordSection1">${outlook}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${headers('From:', 'Sent:', 'To:', 'Subject:')}<o:p></o:p></p></div></div>${old}</div>`,
    words,
  ],
  [
    'Outlook for Windows of old',
    `<div class="Section1">${outlook}<div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p>${headers('Von:', 'Gesendet:', 'An:', 'Betreff:')}</p></div>${old}</div>`,
    words,
  ],
  [
    'Outlook for Windows in Chinese',
    `<div class="WordSection1">${outlook}<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>${headers('发件人:', '发送时间:', '收件人:', '主题:')}</p></div>${old}</div>`,
    words,
  ],
  [
    'Outlook in a language without a list of ours',
    `<div class="WordSection1">${outlook}<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>${headers('Ó:', 'Seolta:', 'Chuig:', 'Ábhar:')}</p></div>${old}</div>`,
    words,
  ],
  [
    'Outlook on the web',
    `<div class="elementToProof">It is late.</div><div class="elementToProof"><br></div><div class="elementToProof">Thanks, Alice</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${headers('From:', 'Sent:', 'To:', 'Subject:')}</font></div>${old}`,
    words,
  ],
  [
    'Outlook on the web, signed',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div id="Signature"><p>Alice Doe</p><p>Sales</p></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${headers('De :', 'Envoyé :', 'À :', 'Objet :')}</div>${old}`,
    words,
  ],
  [
    'Outlook for iOS',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div id="ms-outlook-mobile-signature"><div>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div></div><hr><div id="divRplyFwdMsg">${headers('From:', 'Sent:', 'To:', 'Subject:')}</div>${old}`,
    words,
  ],
  [
    'Outlook for Mac',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><span id="OLK_SRC_BODY_SECTION"><div style="border-top: #b5c4df 1pt solid">${headers('From:', 'Date:', 'To:', 'Subject:')}</div><blockquote id="MAC_OUTLOOK_ATTRIBUTION_BLOCKQUOTE">${old}</blockquote></span>`,
    words,
  ],
  [
    'new Outlook on a phone',
    `${mine}<div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message">${headers('Od:', 'Data:', 'Do:', 'Temat:')}${old}</div></div>`,
    words,
  ],
  [
    'Apple Mail',
    `<body>It is late.<div><br></div><div>Thanks, Alice<br><div><br><blockquote type="cite"><div>On 20 Nov 2026, at 10:00, Support ${who} wrote:</div><br class="Apple-interchange-newline"><div>${old}</div></blockquote></div></div></body>`,
    words,
  ],
  [
    'iPhone',
    `<div dir="ltr">It is late.</div><div dir="ltr"><br></div><div dir="ltr">Thanks, Alice</div><div dir="ltr"><br></div><div id="AppleMailSignature">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 20 Nov 2026, at 10:00, Support wrote:<br><br></blockquote></div><blockquote type="cite">${old}</blockquote>`,
    words,
  ],
  [
    'Thunderbird',
    `<p>It is late.</p><p>Thanks, Alice</p><div class="moz-cite-prefix">On 11/20/26 10:00, Support wrote:<br></div><blockquote type="cite" cite="mid:x">${old}</blockquote>`,
    words,
  ],
  [
    'Thunderbird in a language without a list of ours',
    `<p>It is late.</p><p>Thanks, Alice</p><div class="moz-cite-prefix">Support(e)k idatzi zuen (20/11/26):<br></div><blockquote type="cite" cite="mid:x">${old}</blockquote><div class="moz-signature">-- <br>Alice Doe</div>`,
    words,
  ],
  [
    'Thunderbird, the answer below',
    `<div class="moz-cite-prefix">On 11/20/26 10:00, Support wrote:<br></div><blockquote type="cite">${old}</blockquote><p>It is late.</p><p>Thanks, Alice</p>`,
    words,
  ],
  [
    'Yahoo',
    `<div class="ydp1yahoo-style-wrap"><div>It is late.</div><div><br></div><div>Thanks, Alice</div><div class="ydp1signature ydp1yahoo-signature">Alice Doe</div></div><div id="ydp2yahoo_quoted_1" class="ydp2yahoo_quoted"><div>On Friday, November 20, 2026, Support wrote:</div>${old}</div>`,
    words,
  ],
  [
    'Zimbra',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${headers('From: ', 'Sent: ', 'To: ', 'Subject: ')}</div><div data-marker="__QUOTED_TEXT__">${old}</div>`,
    words,
  ],
  [
    'Proton',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with Proton Mail</div></div><div class="protonmail_quote">On Friday, November 20th, 2026 at 10:00, Support wrote:<br><blockquote class="protonmail_quote" type="cite">${old}</blockquote></div>`,
    words,
  ],
  [
    'QQ Mail',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div><includetail><div>&nbsp;</div><div style="font-size:12px;padding:2px 0"><hr></div><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div>发件人:&nbsp;"客服"</div>${old}</includetail></div>`,
    words,
  ],
  [
    'QQ Mail without its element',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------ 原始邮件 ------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"客服"</div></div>${old}</div>`,
    words,
  ],
  [
    'NetEase',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div id="divNeteaseMailCard"></div><p>在 2026-11-20 10:00:00,"客服" &lt;support@desk.test&gt; 写道:</p><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">${old}</blockquote>`,
    words,
  ],
  [
    'NetEase master',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div class="ntes-mailmaster-quote"><div>---- 回复的原邮件 ----</div><table><tr><td>发件人</td><td>客服</td></tr></table>${old}</div>`,
    words,
  ],
  [
    'Foxmail',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><blockquote style="margin-Top: 0px; margin-Bottom: 0px; margin-Left: 0.5em"><div>&nbsp;</div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><div><b>发件人:</b>&nbsp;support@desk.test</div></div>${old}</blockquote>`,
    words,
  ],
  [
    'GMX',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div name="quote" style="margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b>&nbsp;Freitag<br><b>Von:</b> Support</div>${old}</div>`,
    words,
  ],
  [
    'Mail.ru',
    `<p>It is late.</p><p>Thanks, Alice</p>Пятница, 20 ноября 2026, 10:00 +03:00 от Support &lt;support@desk.test&gt;:<br><blockquote style="border-left:1px solid #0857A6;">${old}</blockquote>`,
    words,
  ],
  [
    'Yandex',
    `<div>It is late.</div><div> </div><div>Thanks, Alice</div><div>20.11.2026, 10:00, "Support" &lt;support@desk.test&gt;:</div><blockquote>${old}</blockquote>`,
    words,
  ],
  [
    'Samsung',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div id="composer_signature"><div>Sent from my Galaxy</div></div><div><br></div><div><!-- originalMessage --><div>-------- Original message --------</div><div>From: Support ${who}</div></div>${old}`,
    words,
  ],
  [
    'Tutanota',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div>-- <br> Sent with Tuta</div><div>20 Nov 2026, 10:00 by support@desk.test:</div><blockquote class="tutanota_quote">${old}</blockquote>`,
    words,
  ],
  [
    'Zoho',
    `<div>It is late.</div><div><br></div><div>Thanks, Alice</div><div class="zmail_extra" style=""><div id="Zm-_Id_-Sgn1">---- On Fri, 20 Nov 2026 10:00:00 +0100 <b>Support ${who}</b> wrote ----<br></div><blockquote id="blockquote_zmail">${old}</blockquote></div>`,
    words,
  ],
  [
    'Roundcube',
    `<p>It is late.</p><p>Thanks, Alice</p><p id="reply-intro">Am 20.11.2026 10:00, schrieb Support:</p><blockquote type="cite">${old}</blockquote>`,
    words,
  ],
];
