/** A dialog as every room opens one: its title, a way to close it that readers can name, its form. */
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayProblem } from './say-problem.ts';

type Props = { title: ReactNode; close: () => void; opened?: boolean; size?: number | 'lg'; children: ReactNode };

export function Dialog({ title, close, opened = true, size, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      {...(size ? { size } : {})}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}

type FootProps = {
  close: () => void;
  go: string;
  isReady: boolean;
  isPending?: boolean;
  error?: unknown;
  /** What is still missing. */
  hint?: ReactNode;
  testId?: string;
};

/** What was refused, what is missing, and the two ways out of a form. */
export function FormFoot({ close, go, isReady, isPending = false, error, hint, testId }: FootProps) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return (
    <>
      {Boolean(error) && (
        <p className="refused" role="alert">
          {sayProblem(error)}
        </p>
      )}
      <div className="line form-foot">
        <span className="small quiet grow">{hint}</span>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={!isReady} loading={isPending} {...(testId ? { 'data-testid': testId } : {})}>
          {go}
        </Button>
      </div>
    </>
  );
}
