/** When something was: relative to read, exact on hover. */
import { sayAgo, sayInstant } from './say-time.ts';
import { useLanguage } from './use-language.ts';
import { useNow } from './use-now.ts';

export function Ago({ at }: { at: string }) {
  const language = useLanguage();
  const nowMs = useNow();
  return (
    <time dateTime={at} title={sayInstant(at, language)}>
      {sayAgo(at, nowMs, language)}
    </time>
  );
}
