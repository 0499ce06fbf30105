/** Who the customers are: the desk's own fields, what is protected until they are verified, codes, and when links join. */

import { AskedFields } from './asked-fields.tsx';
import { useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';
import { NumberBox } from './parsed-box.tsx';
import { protectables } from './protectables.ts';
import { TickBox } from './tick-box.tsx';

export function CustomerSettings() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="customers" />
      <div className="editor">
        <AskedFields
          path="customers.fields"
          title={t('doors.fields')}
          hint={t('doors.fields-hint')}
          none={{ icon: 'card', title: t('doors.no-fields'), more: t('doors.no-fields-more') }}
        />
        <Part title={t('doors.protects')} hint={t('doors.protects-hint')}>
          <TickBox
            path="customers.protects"
            label={t('doors.protected')}
            choices={protectables.map((value) => ({ value, label: t(`doors.protect.${value}`) }))}
          />
        </Part>
        <Part title={t('doors.code')} hint={t('doors.code-hint')}>
          <div className="figures-grid">
            <NumberBox
              path="customers.code.minutes"
              label={t('doors.code-minutes')}
              least={1}
              most={60}
              unit={t('minutes')}
            />
            <NumberBox path="customers.code.tries" label={t('doors.code-tries')} least={1} most={10} />
            <NumberBox
              path="customers.code.verifiedHours"
              label={t('doors.code-hours')}
              least={1}
              most={720}
              unit={t('hours')}
            />
          </div>
        </Part>
        <Part title={t('doors.scores')} hint={t('doors.scores-hint')}>
          <div className="figures-grid wide">
            <NumberBox
              path="customers.joinsFrom"
              label={t('doors.joins-from')}
              hint={t('doors.joins-from-hint')}
              least={1}
              most={100}
            />
            <NumberBox
              path="customers.proposedFrom"
              label={t('doors.proposed-from')}
              hint={t('doors.proposed-from-hint')}
              least={1}
              most={100}
            />
          </div>
        </Part>
      </div>
    </>
  );
}
