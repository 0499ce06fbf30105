/** How long the provider still lets us write, and what may be sent after that. */
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { sayInstant, sayStretch } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { windowStand } from './window-stand.ts';

export function WindowLine({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nowMs = useNow();
  const stand = windowStand(conversation.replyWindow, nowMs);
  if (stand.kind === 'none' || stand.kind === 'over') return null;
  return (
    <p
      className="window-line small"
      data-pressure={stand.kind === 'soon' ? 'soon' : undefined}
      data-testid="reply-window"
      title={sayInstant(stand.until, language)}
    >
      <Icon name="clock" size={13} />
      {t('window.left', { stretch: sayStretch(stand.leftMs, language) })}
      <span className="quiet"> {t(`window.then-${stand.afterwards}`)}</span>
    </p>
  );
}
