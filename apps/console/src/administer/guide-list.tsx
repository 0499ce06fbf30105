/** A page of things that guide an agent: the list of them, one open beside it, one more, and what stands there when none is. */
import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import type { IconName } from '../parts/icon.tsx';
import { edit } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { type Item, ItemList } from './item-list.tsx';
import { moveItem } from './move-item.ts';
import type { Named } from './named-list.tsx';
import { NewItem, type NewNames } from './new-item.tsx';
import { PageHead, Part } from './page-head.tsx';
import { RemoveItem } from './remove-item.tsx';
import { BothBox } from './text-box.tsx';
import { useChosen } from './use-chosen.ts';
import './guides.css';

type Props<Thing extends Named> = {
  /** Where the list stands in the policy is also the name of its page. */
  list: 'forms' | 'trees' | 'canned' | 'macros';
  icon: IconName;
  fresh: (names: NewNames) => Thing;
  /** Said beside its name in the list. */
  more?: (thing: Thing) => string;
  /** Below its names. */
  fields: (path: string, thing: Thing) => ReactNode;
};

export function GuideList<Thing extends Named>({ list, icon, fresh, more, fields }: Props<Thing>) {
  const { t, language } = useSay();
  const { policy, mayWrite } = useEditing();
  const things = policy[list] as unknown as Thing[];
  const codes = things.map(({ code }) => code);
  const { code, choose } = useChosen(list, codes);
  const thing = things.find((one) => one.code === code);
  const at = `${list}[${code}]`;
  const items = things.map(
    (one): Item => ({
      path: `${list}[${one.code}]`,
      name: one.name[language] || one.code,
      ...(more ? { more: more(one) } : {}),
    }),
  );
  const move = (path: string, by: -1 | 1) => {
    const from = items.findIndex((item) => item.path === path);
    if (mayWrite) edit(list, moveItem(things, from, from + by));
  };
  const add = (names: NewNames) => {
    edit(list, [...things, fresh(names)]);
    choose(`${list}[${names.code}]`);
  };
  return (
    <>
      <PageHead page={list} />
      <div className="split">
        <ItemList
          label={t(`page.${list}`)}
          items={items}
          chosen={at}
          choose={choose}
          move={move}
          foot={<NewItem what={list} taken={codes} add={add} />}
        />
        {thing ? (
          <div key={thing.code} className="editor" data-path={at}>
            <Part title={thing.name[language] || thing.code} hint={t('queues.code', { code: thing.code })}>
              <BothBox path={`${at}.name`} label={t('name')} />
              <Problems path={at} isExact />
            </Part>
            {fields(at, thing)}
            <RemoveItem path={at} name={thing.name[language] || thing.code} what={list} />
          </div>
        ) : (
          <Empty icon={icon} title={t(`guides.none.${list}`)}>
            {t(`guides.none-more.${list}`)}
          </Empty>
        )}
      </div>
    </>
  );
}
