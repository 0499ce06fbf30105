/** Which kinds may be given beyond a full capacity, and over which: a chat over mails. */
import type { Standard } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { useSay } from './editing.ts';
import { Field } from './field.tsx';
import { standards } from './standards.ts';
import { useField } from './use-field.ts';

type Over = Partial<Record<Standard, Standard[]>>;

export function Interrupts() {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { value, set, readOnly } = useField('assignment.interrupts');
  const over = (value ?? {}) as Over;
  const turn = (above: Standard, below: Standard, on: boolean) => {
    const list = standards.filter((one) => (one === below ? on : over[above]?.includes(one)));
    const { [above]: _before, ...rest } = over;
    set(list.length > 0 ? { ...rest, [above]: list } : rest);
  };
  return (
    <Field
      path="assignment.interrupts"
      label={t('assignment.interrupts')}
      hint={t('assignment.interrupts-hint')}
      isGroup
    >
      {() => (
        <div className="table-scroll">
          <table className="grid-table ticks-table">
            <thead>
              <tr>
                <th scope="col">{t('assignment.interrupts-head')}</th>
                {standards.map((below) => (
                  <th key={below} scope="col">
                    {root(`standard.${below}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {standards.map((above) => (
                <tr key={above}>
                  <th scope="row">{root(`standard.${above}`)}</th>
                  {standards.map((below) => (
                    <td key={below}>
                      {above === below ? (
                        <span className="quiet" aria-hidden="true">
                          ·
                        </span>
                      ) : (
                        <input
                          type="checkbox"
                          className="tick"
                          aria-label={t('assignment.interrupts-cell', {
                            above: root(`standard.${above}`),
                            below: root(`standard.${below}`),
                          })}
                          checked={over[above]?.includes(below) ?? false}
                          disabled={readOnly}
                          onChange={({ currentTarget }) => turn(above, below, currentTarget.checked)}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Field>
  );
}
