/** The list on the left of a page: its items, which of them differ or do not hold, moved with Alt and the arrows. */
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { isWithin } from './use-field.ts';

export type Item = { path: string; name: string; more?: string; icon?: IconName; isQuiet?: boolean; depth?: 0 | 1 };
type Props = {
  label: string;
  items: Item[];
  chosen: string;
  choose: (path: string) => void;
  move?: (path: string, by: -1 | 1) => void;
  foot?: ReactNode;
};

export function ItemList({ label, items, chosen, choose, move, foot }: Props) {
  const press = (event: KeyboardEvent<HTMLElement>, path: string, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (!by) return;
    event.preventDefault();
    if (event.altKey) return move?.(path, by);
    const next = items[index + by];
    if (!next) return;
    choose(next.path);
    const list = event.currentTarget.closest('ul');
    list?.querySelectorAll<HTMLElement>('.item-row')[index + by]?.focus();
  };
  return (
    <div className="item-list">
      <ul aria-label={label} className="scroll">
        {items.map((item, index) => (
          <li key={item.path}>
            <ItemRow
              item={item}
              isChosen={item.path === chosen}
              choose={choose}
              press={(event) => press(event, item.path, index)}
            />
          </li>
        ))}
      </ul>
      {foot && <div className="item-foot">{foot}</div>}
    </div>
  );
}

type RowProps = {
  item: Item;
  isChosen: boolean;
  choose: (path: string) => void;
  press: (event: KeyboardEvent<HTMLElement>) => void;
};

function ItemRow({ item: { path, name, more, icon, isQuiet, depth }, isChosen, choose, press }: RowProps) {
  const { t } = useSay();
  const { changes, problems } = useEditing();
  const isChanged = changes.some((change) => isWithin(change.path, path) && change.kind !== 'moved');
  const isWrong = problems.some((problem) => problem.severity === 'error' && isWithin(problem.path, path));
  return (
    <button
      type="button"
      className="item-row"
      data-depth={depth}
      data-quiet={isQuiet || undefined}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => choose(path)}
      onKeyDown={press}
    >
      {icon && <Icon name={icon} size={15} />}
      <span className="grow cut">{name}</span>
      {more && <span className="small quiet">{more}</span>}
      {isWrong && <Icon name="failed" size={13} label={t('severity.error')} />}
      {isChanged && (
        <span className="changed-dot" title={t('changed.mark')}>
          <span className="hidden">{t('changed.mark')}</span>
        </span>
      )}
    </button>
  );
}
