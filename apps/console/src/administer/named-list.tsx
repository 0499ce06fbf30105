/** A list of things with a code and a name in both languages: fields that are asked, choices, quick replies. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IconName } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { followName } from './follow-name.ts';
import { ListPart } from './list-part.tsx';
import { RuleActs } from './rule-acts.tsx';
import { useList } from './use-list.ts';
import { valueAt } from './walk-path.ts';

export type Named = { code: string; name: { en: string; zh: string } };
type Props<Item extends Named> = {
  path: string;
  title: string;
  hint: string;
  none: { icon: IconName; title: string; more: string };
  add: string;
  fresh: (code: string) => Item;
  most?: number;
  /** What else a row says of itself. */
  more?: (item: Item, change: (item: Item) => void, named: (name: string) => string) => ReactNode;
};

export function NamedList<Item extends Named>({ path, title, hint, none, add, fresh, most, more }: Props<Item>) {
  const { t } = useSay();
  const list = useList<Item>(path);
  const codes = list.items.map(({ code }) => code);
  const known = ((valueAt(useEditing().base, path) ?? []) as Named[]).map(({ code }) => code);
  const run = () => {
    if (!most || list.items.length < most) list.add(fresh(freeCode(codes)));
  };
  return (
    <ListPart
      path={path}
      title={title}
      hint={hint}
      none={list.items.length === 0 && none}
      add={{ words: add, run, testId: `new-${path.replace('.', '-')}` }}
    >
      <ol className="named-list">
        {list.items.map((item, index) => {
          const { change, move, remove } = list.at(index);
          const number = index + 1;
          const named = (name: string) => t('rules.numbered', { name, number });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: its code is being typed
            <li key={index} className="named-row" data-path={`${path}[${item.code}]`}>
              <span className="rule-number">{number}</span>
              <NameBoxes
                item={item}
                change={change}
                named={named}
                taken={codes.filter((_one, at) => at !== index)}
                isKnown={known.includes(item.code)}
              />
              {more?.(item, change, named)}
              {!list.readOnly && (
                <span className="rule-acts">
                  <RuleActs
                    number={number}
                    count={list.items.length}
                    move={move}
                    remove={() => remove(item.name.en || item.code)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </ListPart>
  );
}

export function freeCode(codes: readonly string[], word = 'item'): string {
  for (let number = codes.length + 1; ; number += 1) {
    if (!codes.includes(`${word}-${number}`)) return `${word}-${number}`;
  }
}

type BoxProps<Item extends Named> = {
  item: Item;
  change: (item: Item) => void;
  named: (name: string) => string;
  taken: string[];
  isKnown: boolean;
};

function NameBoxes<Item extends Named>({ item, change, named, taken, isKnown }: BoxProps<Item>) {
  const { t } = useSay();
  const [code, setCode] = useState<string | null>(null);
  const isCode = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !taken.includes(text);
  return (
    <>
      {(['en', 'zh'] as const).map((language) => (
        <TextInput
          key={language}
          size="xs"
          lang={language === 'zh' ? 'zh-Hans' : 'en'}
          aria-label={named(t(`new.name-${language}`))}
          placeholder={t(`new.name-${language}`)}
          value={item.name[language]}
          onChange={({ currentTarget: { value } }) => {
            const code = language === 'en' ? followName(item, value, { taken, isKnown }) : item.code;
            change({ ...item, code, name: { ...item.name, [language]: value } });
          }}
        />
      ))}
      <TextInput
        size="xs"
        className="mono named-code"
        aria-label={named(t('new.code'))}
        value={code ?? item.code}
        error={
          code !== null && !isCode(code) ? t(taken.includes(code) ? 'new.code-taken' : 'new.code-wrong') : undefined
        }
        onChange={({ currentTarget }) => {
          setCode(currentTarget.value);
          if (isCode(currentTarget.value)) change({ ...item, code: currentTarget.value });
        }}
        onBlur={() => setCode(null)}
      />
    </>
  );
}
