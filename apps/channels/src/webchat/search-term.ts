/** What somebody searched for who came from a search engine; most of them keep it to themselves by now. */

/** By the engine's name in its host; which part of the address holds the words. */
const engines: [RegExp, string[]][] = [
  [/(^|\.)baidu\.com$/, ['wd', 'word', 'kw']],
  [/(^|\.)sogou\.com$/, ['query', 'keyword']],
  [/(^|\.)so\.com$/, ['q']],
  [/(^|\.)bing\.com$/, ['q']],
  [/(^|\.)google\.[a-z.]{2,6}$/, ['q']],
  [/(^|\.)duckduckgo\.com$/, ['q']],
  [/(^|\.)yandex\.[a-z.]{2,6}$/, ['text']],
  [/(^|\.)(search\.)?yahoo\.[a-z.]{2,6}$/, ['p']],
  [/(^|\.)sm\.cn$/, ['q']],
];

export function searchTerm(referrer: string | null): string | null {
  if (!referrer || !URL.canParse(referrer)) return null;
  const { hostname, searchParams } = new URL(referrer);
  const names = engines.find(([host]) => host.test(hostname))?.[1] ?? [];
  const words = names.map((name) => searchParams.get(name)?.trim()).find(Boolean);
  return words?.slice(0, 200) ?? null;
}
