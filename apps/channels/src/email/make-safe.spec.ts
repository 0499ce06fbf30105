/** HTML of strangers: nothing of it runs, nothing is fetched before a person asks, and what is harmless stays. */
import { makeSafe } from './make-safe.ts';

const run = 'alert(1)';
const events = [
  'onclick',
  'onerror',
  'onload',
  'onmouseover',
  'onfocus',
  'onanimationstart',
  'ontoggle',
  'onpointerenter',
  'onbegin',
  'onwheel',
];
const carriers = [
  'img src=x',
  'div',
  'a href=#',
  'p style="color:red"',
  'table',
  'font',
  'blockquote',
  'svg',
  'details open',
  'marquee',
];
const schemes = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
  ],
  ...[
    '&#x6a;avascript&colon;alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    '\u0001javascript:alert(1)',
    'feed:javascript:alert(1)',
  ],
  ...['file:///etc/passwd', 'blob:https://evil.test/x', 'javascript&Tab;:alert(1)', 'view-source:javascript:alert(1)'],
];
const styles = [
  ...[
    'background:url(https://evil.test/x)',
    'background-image:url(https://evil.test/x)',
    'width:expression(alert(1))',
    'behavior:url(x.htc)',
    '-moz-binding:url(x)',
  ],
  ...[
    'color:red;background:u\\72l(https://evil.test)',
    'color:\\75rl(https://evil.test)',
    'position:fixed;top:0;left:0;width:100%',
    'list-style:url(https://evil.test)',
    'content:url(https://evil.test)',
  ],
  ...[
    'color:red/**/;cursor:url(https://evil.test),auto',
    'font-family:url(https://evil.test)',
    'margin:expression(alert(1))',
    '@import "https://evil.test"',
    'width:calc(1px + url(https://evil.test))',
    'color:var(--x,url(https://evil.test))',
  ],
];
const elements = [
  ...[
    '<script>alert(1)</script>',
    '<script src=https://evil.test/x></script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<iframe src=https://evil.test></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
  ],
  ...[
    '<object data=https://evil.test></object>',
    '<embed src=https://evil.test>',
    '<applet code=x>',
    '<form action=https://evil.test><input name=p></form>',
    '<button formaction=javascript:alert(1)>x</button>',
  ],
  ...[
    '<link rel=stylesheet href=https://evil.test>',
    '<style>@import "https://evil.test"</style>',
    '<meta http-equiv=refresh content="0;url=https://evil.test">',
    '<base href=https://evil.test>',
    '<video src=https://evil.test poster=https://evil.test>',
  ],
  ...[
    '<audio src=https://evil.test autoplay>',
    '<source srcset=https://evil.test>',
    '<picture><source srcset=https://evil.test><img src=https://evil.test></picture>',
    '<img srcset="https://evil.test 2x">',
    '<input type=image src=https://evil.test>',
  ],
  ...[
    '<svg><script>alert(1)</script></svg>',
    '<svg><use href="data:image/svg+xml,x"></svg>',
    '<svg><a xlink:href=javascript:alert(1)>x</a></svg>',
    '<math href=javascript:alert(1)>x</math>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  ],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    '<title><img title="</title><img src=x onerror=alert(1)>"></title>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
  ],
  ...[
    '<template><img src=x onerror=alert(1)></template>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<plaintext><img src=x onerror=alert(1)>',
    '<listing><img src=x onerror=alert(1)></listing>',
    '<isindex type=image src=1 onerror=alert(1)>',
  ],
  ...[
    '<body background=https://evil.test onload=alert(1)>',
    '<table background=https://evil.test><tr><td background=https://evil.test>x</td></tr></table>',
    '<img src=x:alert(1) onerror=eval(src)>',
    '<img """><script>alert(1)</script>">',
    '<a href="https://ok.test" ping="https://evil.test">x</a>',
  ],
  ...[
    '<div style="color:red" id=x name=getElementById class=admin>x</div>',
    '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
    '<img src="data:text/html,x">',
    '<img src="cid:a" onload=alert(1)>',
    '<a href="//evil.test" target=_self onclick=alert(1)>x</a>',
  ],
];
const payloads = [
  ...carriers.flatMap((carrier) => events.map((event) => `<${carrier} ${event}=${run}>x`)),
  ...schemes.flatMap((scheme) => [`<a href="${scheme}">x</a>`, `<img src="${scheme}">`]),
  ...styles.map((style) => `<div style='${style}'>x</div>`),
  ...elements,
];

/** What stands in a tag that is left, without the addresses that are only kept. */
const tagsOf = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).join('').replace(/ (?:data-remote|data-file|href)="(?:https?:\/\/)?[\w./-]*"/g, '');

test.each(payloads.map((payload) => [payload]))('V4 nothing runs or is fetched of %s', (payload) => {
  const safe = makeSafe(payload);
  const tags = tagsOf(safe);
  expect(tags).not.toMatch(
    /\bon[a-z]+\s*=|javascript|vbscript|expression|url\(|evil\.test|srcset|background=|\b(?:id|name|class|ping)=|position|@import|data:text|svg/i,
  );
  expect(tags).not.toMatch(
    /<(?!\/?(?:a|abbr|b|blockquote|br|caption|center|code|col|colgroup|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)\b)/i,
  );
  if (!safe.includes(' data-')) expect(makeSafe(safe)).toBe(safe); // a given data-… attribute is not believed
});

test('at least a hundred payloads were tried', () => expect(payloads.length).toBeGreaterThanOrEqual(100));

test.each([
  [
    '<img src="https://a.test/x.png" alt="A" width="10">',
    '<img alt="A" width="10" data-remote="https://a.test/x.png" />',
  ],
  ['<img src="//a.test/x.png">', '<img data-remote="https://a.test/x.png" />'],
  ['<img src="cid:part1@a.test">', '<img data-file="part1@a.test" />'],
  ['<img src="data:image/png;base64,iVBORw0=">', '<img src="data:image/png;base64,iVBORw0=" />'],
  ['<img src="x" data-remote="javascript:alert(1)">', ''],
  ['<p>Hi <b>you</b></p>', '<p>Hi <b>you</b></p>'],
])('a picture of elsewhere is named and not fetched, one of the mail stays: %s', (html, expected) => {
  expect(makeSafe(html)).toBe(expected);
});
