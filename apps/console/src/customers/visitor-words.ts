/** A visitor's way in words: pages without their machinery, what was searched for, what a page said with an event. */
import type { VisitorStep } from '@trunkline/contracts';

/** `https://www.shop.test/help/refund?x=1` → `shop.test/help/refund`; what is no address stays as it is. */
export function pageName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host.replace(/^www\./, '')}${pathname === '/' ? '' : decodeURI(pathname)}`;
  } catch {
    return url;
  }
}

/** What the search engine's address says was looked for; most no longer say it. */
export function searchOf(referrer: string | null): string | null {
  if (!referrer || !URL.canParse(referrer)) return null;
  const asked = new URL(referrer).searchParams;
  return asked.get('q') ?? asked.get('wd') ?? asked.get('query');
}

export const sayValues = (values: VisitorStep['values']): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
