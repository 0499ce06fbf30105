/** Limits, ringing, weight and room of each kind of channel, as one table. */
import type { Standard } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { SwitchBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { DurationBox, NumberBox } from './parsed-box.tsx';
import { standards } from './standards.ts';

const durations = ['firstResponseSeconds', 'nextResponseSeconds', 'resolutionSeconds', 'ringSeconds'] as const;

export function StandardsTable() {
  const { t } = useSay();
  const columns = [...durations, 'weight', 'holdsRoom', 'closes'];
  return (
    <div className="table-scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('standards.standard')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" title={t(`standards.${name}-hint`)}>
                {t(`standards.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standards.map((standard) => (
            <StandardRow key={standard} standard={standard} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StandardRow({ standard }: { standard: Standard }) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const name = root(`standard.${standard}`);
  const label = (column: string) => t('standards.cell', { column: t(`standards.${column}`), standard: name });
  return (
    <tr>
      <th scope="row">
        <span className="line">
          <Icon name={standard} size={15} />
          {name}
        </span>
      </th>
      {durations.map((column) => (
        <td key={column}>
          <DurationBox path={`standards.${standard}.${column}`} label={label(column)} isBare />
        </td>
      ))}
      <td>
        <NumberBox path={`standards.${standard}.weight`} label={label('weight')} least={1} most={64} isBare />
      </td>
      <td>
        <SwitchBox path={`standards.${standard}.holdsRoom`} label={label('holdsRoom')} isBare />
      </td>
      <td>
        <NumberBox
          path={`time.closeAfterSilenceHours.${standard}`}
          label={label('closes')}
          least={0.1}
          isWhole={false}
          unit={t('hours')}
          isBare
        />
      </td>
    </tr>
  );
}
