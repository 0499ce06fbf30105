/** A box around a list of the policy: what differs, what is in it or that nothing is, what does not hold, and one more. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { useEditing } from './editing.ts';
import { Problems } from './field.tsx';
import { Part } from './page-head.tsx';
import { useField } from './use-field.ts';

type Props = {
  path: string;
  title: string;
  hint?: string;
  children: ReactNode;
  /** Of a list that may be empty: what stands there then. */
  none?: { icon: IconName; title: string; more: string } | false;
  /** Their own rows say what does not hold. */
  hasOwnProblems?: boolean;
  add: { words: string; run: () => void; testId?: string };
};

export function ListPart({ path, title, hint, children, none, hasOwnProblems, add }: Props) {
  const { mayWrite } = useEditing();
  const { changes } = useField(path);
  return (
    <Part title={title} {...(hint ? { hint } : {})} path={path}>
      <ChangedMark changes={changes} label={title} />
      {none && (
        <Empty icon={none.icon} title={none.title}>
          {none.more}
        </Empty>
      )}
      {children}
      {!hasOwnProblems && <Problems path={path} />}
      {mayWrite && <AddButton {...add} />}
    </Part>
  );
}

export function AddButton({ words, run, testId }: Props['add']) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon name="plus" size={14} />}
      style={{ justifySelf: 'start' }}
      onClick={run}
      {...(testId ? { 'data-testid': testId } : {})}
    >
      {words}
    </Button>
  );
}
