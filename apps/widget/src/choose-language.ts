/** Picks the widget's language: the page's wish, else the first of the browser's that we speak, else English. */
import type { Language } from './settings.ts';

export function chooseLanguage(wish: string | undefined, browser: readonly string[]): Language {
  for (const tag of wish ? [wish, ...browser] : browser) {
    const lower = tag.toLowerCase();
    if (/^zh\b(?!-hans).*\b(hant|tw|hk|mo)\b/.test(lower)) return 'zh-Hant';
    if (/^zh\b/.test(lower)) return 'zh-Hans';
    if (/^en\b/.test(lower)) return 'en';
  }
  return 'en';
}
