/** How work is given: ringing and room by channel, when a search widens, and what happens to those who do not answer. */

import { ChoiceBox } from './choice-box.tsx';
import { edit } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { Interrupts } from './interrupts.tsx';
import { PageHead, Part } from './page-head.tsx';
import { DurationBox, NumberBox } from './parsed-box.tsx';
import { PercentBox } from './percent-box.tsx';
import { roomColumns, StandardsTable } from './standards-table.tsx';

export function Assignment() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="assignment" />
      <div className="editor">
        <Part title={t('assignment.standards')} hint={t('assignment.standards-hint')}>
          <StandardsTable columns={roomColumns} />
        </Part>
        <Part title={t('assignment.search')}>
          <div className="figures-grid wide">
            <PercentBox
              path="assignment.widenAfterShare"
              label={t('assignment.widen')}
              hint={t('assignment.widen-hint')}
            />
            <DurationBox
              path="assignment.preferredAgentSeconds"
              label={t('assignment.preferred')}
              hint={t('assignment.preferred-hint')}
              least={0}
            />
            <NumberBox
              path="assignment.defaultCapacity"
              label={t('assignment.capacity')}
              hint={t('assignment.capacity-hint')}
              least={1}
            />
            <NumberBox
              path="assignment.leavesAfterHours"
              label={t('assignment.leaves')}
              hint={t('assignment.leaves-hint')}
              least={0.1}
              isWhole={false}
              mayBeEmpty
              empty={null}
              placeholder={t('assignment.never')}
              unit={t('hours')}
            />
          </div>
          <Interrupts />
        </Part>
        <Part title={t('assignment.people')}>
          <div className="figures-grid wide">
            <NumberBox
              path="assignment.missedOffersUntilAway"
              label={t('assignment.missed')}
              hint={t('assignment.missed-hint')}
              least={1}
            />
            <DurationBox
              path="assignment.goneAfterSeconds"
              label={t('assignment.gone')}
              hint={t('assignment.gone-hint')}
            />
            <ChoiceBox
              path="assignment.whenGone"
              label={t('assignment.when-gone')}
              hint={t('assignment.when-gone-hint')}
              choices={['keep-until-warned', 'give-back'].map((value) => ({ value, label: t(`value.${value}`) }))}
            />
            <FairLimit />
          </div>
        </Part>
      </div>
    </>
  );
}

/** No more than so many in so long; switched on with a figure to begin with. */
function FairLimit() {
  const { t } = useSay();
  const { policy, mayWrite } = useEditing();
  const at = 'assignment.fairLimit';
  if (policy.assignment.fairLimit) {
    return (
      <div className="pair">
        <NumberBox path={`${at}.most`} label={t('assignment.fair-most')} least={1} />
        <div>
          <DurationBox path={`${at}.seconds`} label={t('assignment.fair-within')} />
          {mayWrite && (
            <button type="button" className="link small" onClick={() => edit(at, null)}>
              {t('assignment.fair-off')}
            </button>
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="field" data-path={at}>
      <span className="field-name">{t('assignment.fair')}</span>
      <p>
        {t('assignment.fair-none')}{' '}
        {mayWrite && (
          <button type="button" className="link" onClick={() => edit(at, { most: 6, seconds: 600 })}>
            {t('assignment.fair-on')}
          </button>
        )}
      </p>
      <p className="field-below quiet small">{t('assignment.fair-hint')}</p>
    </div>
  );
}
