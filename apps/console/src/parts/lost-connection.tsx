/** One quiet bar while the line is down; drafts are safe, and everything is fetched again after. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useLive } from './live.ts';

export function LostConnection() {
  const { connected } = useLive();
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (connected) return setLost(false);
    // a reconnect within two seconds is nobody's business
    const timer = setTimeout(() => setLost(true), 2000);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div className="lost" role="status" aria-live="polite">
      {lost && (
        <div>
          <Icon name="cloudOff" />
          {t('lost-connection')}
        </div>
      )}
    </div>
  );
}
