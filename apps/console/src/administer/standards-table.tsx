/** Limits, ringing, weight and room of each kind of channel, as one table. */
import type { Standard } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { SwitchBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { DurationBox, NumberBox } from './parsed-box.tsx';
import { standards } from './standards.ts';

export const limitColumns = ['firstResponseSeconds', 'nextResponseSeconds', 'resolutionSeconds', 'closes'] as const;
export const roomColumns = ['ringSeconds', 'weight', 'holdsRoom'] as const;
type Column = (typeof limitColumns | typeof roomColumns)[number];

export function StandardsTable({ columns }: { columns: readonly Column[] }) {
  const { t } = useSay();
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
            <StandardRow key={standard} standard={standard} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StandardRow({ standard, columns }: { standard: Standard; columns: readonly Column[] }) {
  const { t: root } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <span className="line">
          <Icon name={standard} size={15} />
          {root(`standard.${standard}`)}
        </span>
      </th>
      {columns.map((column) => (
        <td key={column}>
          <Cell standard={standard} column={column} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ standard, column }: { standard: Standard; column: Column }) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const label = t('standards.cell', { column: t(`standards.${column}`), standard: root(`standard.${standard}`) });
  const path = `standards.${standard}.${column}`;
  if (column === 'weight') return <NumberBox path={path} label={label} least={1} most={64} isBare />;
  if (column === 'holdsRoom') return <SwitchBox path={path} label={label} isBare />;
  if (column !== 'closes') return <DurationBox path={path} label={label} isBare />;
  return (
    <NumberBox
      path={`time.closeAfterSilenceHours.${standard}`}
      label={label}
      least={0.1}
      isWhole={false}
      unit={t('hours')}
      isBare
    />
  );
}
