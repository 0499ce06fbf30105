/** HTML of strangers through an allow-list: no script, no form, no frame, nothing fetched from anywhere. */
import sanitizeHtml from 'sanitize-html';

const colour = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i, /^[a-z]{3,20}$/i];
const length = [/^-?\d{1,4}(\.\d+)?(px|pt|em|%)?$/, /^auto$/];

const shownPicture = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const remotePicture = /^(?:https?:)?\/\/[^\s"'<>\\]{1,2000}$/i;

/** Shown from the mail itself, kept by name, or a file of the mail (`cid:`); anything else is no picture. */
function pictureOf(src: string, { alt, width, height }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const plain = { ...(alt ? { alt } : {}), ...(width ? { width } : {}), ...(height ? { height } : {}) };
  if (shownPicture.test(src)) return { ...plain, src };
  if (remotePicture.test(src)) return { ...plain, 'data-remote': src.startsWith('//') ? `https:${src}` : src };
  const [, cid] = /^cid:([^\s"'<>]{1,255})$/i.exec(src) ?? [];
  return cid ? { ...plain, 'data-file': cid } : {};
}

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'center', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl'],
    ...[
      'dt',
      'em',
      'font',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'ins',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
    ],
    ...['pre', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th'],
    ...['thead', 'tr', 'tt', 'u', 'ul'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'target'],
    img: ['src', 'alt', 'width', 'height', 'data-remote', 'data-file'],
    font: ['color', 'size', 'face'],
    td: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor', 'style'],
    th: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor', 'style'],
    table: ['width', 'align', 'border', 'cellpadding', 'cellspacing', 'bgcolor', 'style'],
    '*': ['dir', 'lang', 'align', 'style'],
  },
  allowedStyles: {
    '*': {
      color: colour,
      'background-color': colour,
      'text-align': [/^(left|right|center|justify)$/],
      'text-decoration': [/^(underline|line-through|none)$/],
      'font-weight': [/^(bold|normal|\d00)$/],
      'font-style': [/^(italic|normal)$/],
      'font-size': length,
      margin: length,
      padding: length,
      width: length,
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  // Pictures only where the bytes stand in the mail itself: a remote one would tell the sender that it was read. Its
  // address stays in `data-remote`, which no browser fetches, for a person who asks to see it.
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
    img: (_tag, { src = '', ...rest }) => ({ tagName: 'img', attribs: pictureOf(src.trim(), rest) }),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && !attribs.src && !attribs['data-remote'] && !attribs['data-file'],
};

export const makeSafe = (html: string): string => sanitizeHtml(html, options);
