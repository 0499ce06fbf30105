/** The words of an HTML mail, quotations marked as in plain mail, for a mail that brings no plain text. */
import { convert } from 'html-to-text';

/** What is beyond it stands in the raw mail. */
const longestHtml = 2 * 1024 * 1024;

export function textOfHtml(html: string): string {
  return convert(html.slice(0, longestHtml), {
    wordwrap: false,
    limits: { maxDepth: 200 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'block' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  });
}
