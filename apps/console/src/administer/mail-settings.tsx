/** Mail: whether what comes in is acknowledged, and what becomes of a mail whose sender is forged. */
import { ChoiceBox, SwitchBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';

export function MailSettings() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="mail" />
      <div className="editor">
        <Part title={t('doors.acknowledge')}>
          <SwitchBox path="mail.acknowledges" label={t('doors.acknowledges')} hint={t('doors.acknowledges-hint')} />
        </Part>
        <Part title={t('doors.forged')}>
          <ChoiceBox
            path="mail.failedDmarc"
            label={t('doors.failed-dmarc')}
            hint={t('doors.failed-dmarc-hint')}
            choices={(['mark', 'park'] as const).map((value) => ({ value, label: t(`doors.dmarc-${value}`) }))}
          />
        </Part>
      </div>
    </>
  );
}
