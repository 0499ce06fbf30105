/** Where short sentences appear; the live region stands from the start, so that each is spoken. */
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { untell, useTellings } from './tell.ts';

export function Tellings() {
  const tellings = useTellings();
  const { t } = useTranslation();
  return (
    <div className="tellings" role="status" aria-live="polite">
      {tellings.map(({ id, words, tone, act }) => (
        <div key={id} className="telling" data-tone={tone}>
          <Icon name={tone === 'failed' ? 'failed' : 'check'} />
          <span className="grow">{words}</span>
          {act && (
            <button
              type="button"
              className="act"
              onClick={() => {
                act.run();
                untell(id);
              }}
            >
              {act.words}
            </button>
          )}
          <button type="button" aria-label={t('dismiss')} onClick={() => untell(id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
