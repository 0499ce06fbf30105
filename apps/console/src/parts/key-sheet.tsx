/** The sheet of keys. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { modKey } from './mod-key.ts';

const sheet = [
  ['move', ['j', 'k']],
  ['open', ['Enter']],
  ['decline', ['d']],
  ['reply', ['r']],
  ['note', ['n']],
  ['transfer', ['t']],
  ['resolve', ['e']],
  ['mark', ['m']],
  ['escalate', ['u']],
  ['consult', ['q']],
  ['search', ['/']],
  ['send', [modKey, 'Enter']],
  ['commands', [modKey, 'K']],
  ['save', [modKey, 'S']],
  ['back', [modKey, 'Z']],
  ['shift', ['Alt', '↑', '↓']],
  ['sheet', ['?']],
] as const;

export function KeySheet({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className="keys">
        {sheet.map(([what, keys]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
