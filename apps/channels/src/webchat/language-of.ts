/** In which of the house's two languages refusals are said to whoever is at the door, admitted or not. */
export function languageOf(auth: unknown): 'en' | 'zh' {
  const { language } = (auth ?? {}) as { language?: unknown };
  return typeof language === 'string' && /^zh\b/i.test(language) ? 'zh' : 'en';
}
