/** The frame of every field: name, what differs with a way back, the control, a hint, and what does not hold. */
import { type ReactNode, useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { useSay } from './editing.ts';
import { useSayFault } from './say-fault.ts';
import { useField } from './use-field.ts';

type Props = {
  path: string;
  label: string;
  hint?: string | undefined;
  /** The label is for readers only. */
  isBare?: boolean;
  /** Several controls under one name. */
  isGroup?: boolean;
  children: (wired: Wired) => ReactNode;
};
export type Wired = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };

export function Field({ path, label, hint, isBare, isGroup, children }: Props) {
  const id = useId();
  const { changes, problems } = useField(path);
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const below = hint || problems.length > 0 ? `${id}-below` : undefined;
  const wired = { id, 'aria-describedby': below, 'aria-invalid': isWrong || undefined };
  const Name = isGroup ? 'span' : 'label';
  return (
    <div
      className="field"
      data-path={path}
      data-changed={changes.length > 0 || undefined}
      {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-name` } : {})}
    >
      <div className={isBare ? 'field-head bare' : 'field-head'}>
        <Name id={`${id}-name`} className={isBare ? 'hidden' : 'field-name'} {...(isGroup ? {} : { htmlFor: id })}>
          {label}
        </Name>
        <ChangedMark changes={changes} label={label} />
      </div>
      {children(wired)}
      {below && (
        <div id={below} className="field-below">
          {hint && <p className="quiet small">{hint}</p>}
          <Problems path={path} />
        </div>
      )}
    </div>
  );
}

/** What does not hold at a place, as sentences. `isExact`: what stands below it says so itself. */
export function Problems({ path, isExact }: { path: string; isExact?: boolean }) {
  const { problems: found } = useField(path);
  const { t } = useSay();
  const say = useSayFault();
  const problems = isExact ? found.filter((problem) => problem.path === path) : found;
  return problems.map((problem) => (
    <p key={problem.path + problem.because.code} className="problem" data-severity={problem.severity}>
      <Icon
        name={problem.severity === 'error' ? 'failed' : 'alert'}
        size={14}
        label={t(`severity.${problem.severity}`)}
      />
      <span>{say(problem)}</span>
    </p>
  ));
}
