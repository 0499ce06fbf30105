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

export const sayValues = (values: VisitorStep['values']): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
