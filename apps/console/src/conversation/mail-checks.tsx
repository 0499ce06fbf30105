/** Whether a mail is from whom it says: quiet where all passed, loud where it fails, the three checks behind one press. */
import { Popover } from '@mantine/core';
import type { MailChecks } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { judgeChecks } from './judge-checks.ts';

export function MailChecksChip({ checks }: { checks: MailChecks }) {
  const { t } = useTranslation();
  const judged = judgeChecks(checks);
  return (
    <Popover width={340} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={judged === 'fail' ? 'chip as-button' : 'checks-quiet'}
          data-tone={judged === 'fail' ? 'failed' : undefined}
          data-testid="mail-checks"
          data-judged={judged}
        >
          <Icon name={judged === 'pass' ? 'verified' : judged === 'fail' ? 'alert' : 'unverified'} size={13} />
          <span className={judged === 'pass' ? 'hidden' : undefined}>{t(`checks.${judged}`)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="checks" aria-label={t('checks.title')}>
        <h4>{t(`checks.${judged}`)}</h4>
        <p className="small">{t(`checks.${judged}-more`)}</p>
        <table>
          <tbody>
            {(['spf', 'dkim', 'dmarc'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{name.toUpperCase()}</th>
                <td data-result={checks[name].result}>{t(`checks.result.${checks[name].result}`)}</td>
                <td className="quiet">{checks[name].domain || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small quiet">{t('checks.by', { by: checks.by })}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
