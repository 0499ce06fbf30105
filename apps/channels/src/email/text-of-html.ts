/** The words of an HTML mail, quotations marked as in plain mail, and what elements say of themselves marked too. */
import { convert, type FormatCallback, type SelectorDefinition } from 'html-to-text';
import { marks } from './quotation-signs.ts';

/** What is beyond it stands in the raw mail. */
const longestHtml = 2 * 1024 * 1024;

/** Who wrote what follows and when, in whatever language: Gmail, Thunderbird, Zimbra, Proton. */
const attributions = [
  '.gmail_attr',
  '.moz-cite-prefix',
  '.moz-email-headers-table',
  '#reply-intro',
  '.zm_reply_header',
  '.iwc-mail-quote-header',
];
/** From here on the mail is older: Outlook of all generations, Yahoo, Zimbra, NetEase, QQ Mail, Tutanota, Samsung and kin. */
const beginsOlder = [
  ...[
    '#divRplyFwdMsg',
    '#x_divRplyFwdMsg',
    '#appendonsend',
    '#mail-editor-reference-message-container',
    '#OLK_SRC_BODY_SECTION',
  ],
  ...[
    '.ms-outlook-mobile-reference-message',
    'hr#stopSpelling',
    'hr#zwchr',
    '[data-marker=__DIVIDER__]',
    '[data-marker=__HEADERS__]',
  ],
  ...[
    'div[style*="border-top:solid #E1E1E1"]',
    'div[style*="border-top:solid #B5C4DF"]',
    'div[style*="border-top: 1pt solid"]',
  ],
  ...[
    'div[style*="border-top:#B5C4DF"]',
    'div[style*="BORDER-TOP: #b5c4df"]',
    'div[style*="border-top: solid #E1E1E1"]',
  ],
  ...[
    '[class*=yahoo_quoted]',
    'includetail',
    '.xm_mail_oringinal_describe',
    '.mail_qq_original',
    '#original-content',
    '.ntes-mailmaster-quote',
  ],
  ...[
    '#ntes-pcmail-quote',
    '.tutanota_quote',
    '[name=messageReplySection]',
    '.sh-quoted-content',
    '#AOLMsgPart',
    '#mail-app-auto-default-quote',
  ],
  ...[
    '.missive_quote',
    '.front-blockquote',
    '.freshdesk_quote',
    '.reply-mail-header',
    '.elided-text',
    '#isForwardContent',
  ],
];
/** Quoted as a block: every line gets its sign. */
const quotes = ['.protonmail_quote', '.zmail_extra', 'div[name=quote]', 'blockquote', '#isReplyContent'];
const signatures = [
  ...[
    '.gmail_signature',
    '[data-smartmail=gmail_signature]',
    '#Signature',
    '.moz-signature',
    '#ms-outlook-mobile-signature',
  ],
  ...[
    '[id^=AppleMailSignature]',
    '#composer_signature',
    '[class*=yahoo-signature]',
    '.protonmail_signature_block',
    '[class*=ntes-mailmaster-sign]',
  ],
  ...[
    '.mail_signature',
    '#_foxmail_signature',
    '#zm-signature',
    '.xm_compose_origin_mail_container_sign',
    '.tutanota_signature',
    '#lineBreakAtBeginningOfSignature',
  ],
];
/** Indented by the customer's own hand. */
const indents = ['blockquote[style*="border:none"]', 'blockquote[style*="border: none"]'];

const select = (selectors: string[], format: string): SelectorDefinition[] =>
  selectors.map((selector) => ({ selector, format }));

/** A line of its own that says what follows; then the element's words. */
const markedBy =
  (mark: string, end = ''): FormatCallback =>
  (element, walk, builder) => {
    const say = (text: string) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addLiteral(text);
      builder.closeBlock({ trailingLineBreaks: 1 });
    };
    if (!end) builder.openBlock({ leadingLineBreaks: 1 });
    if (end) say(mark);
    else builder.addLiteral(mark);
    walk(element.children, builder);
    if (!end) builder.closeBlock({ trailingLineBreaks: 1 });
    if (end) say(end);
  };

const quoted: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2, reservedLineLength: 2 });
  walk(element.children, builder);
  const blockTransform = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  builder.closeBlock({ trailingLineBreaks: 2, blockTransform });
};

export function textOfHtml(html: string): string {
  return convert(html.slice(0, longestHtml).replace(/[\ue000-\ue003]/g, ''), {
    wordwrap: false,
    limits: { maxDepth: 200 },
    formatters: {
      olderBelow: markedBy(marks.olderBelow),
      attribution: markedBy(marks.attribution),
      signature: markedBy(marks.signature, marks.signatureEnd),
      quoted,
    },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'title', format: 'skip' },
      { selector: 'table', format: 'block' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
      ...select(quotes, 'quoted'),
      ...select(indents, 'block'),
      ...select(attributions, 'attribution'),
      ...select(beginsOlder, 'olderBelow'),
      ...select(signatures, 'signature'),
    ],
  });
}
