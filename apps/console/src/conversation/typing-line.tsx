/** Says that somebody writes just now; the live region stands from the start. */
import { useTranslation } from 'react-i18next';
import { useLive } from '../parts/live.ts';
import { useNow } from '../parts/use-now.ts';

export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  useNow();
  const typing = useLive().typing.get(conversationId);
  const isNow = typing !== undefined && typing.untilMs > Date.now();
  return (
    <p className="typing" aria-live="polite">
      {isNow && (
        <>
          <span className="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t(typing.who === 'customer' ? 'thread.customer-writes' : 'thread.colleague-writes')}
        </>
      )}
    </p>
  );
}
