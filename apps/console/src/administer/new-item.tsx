/** Asks what a new thing is called in both languages, and for the code by which everything else names it. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { makeCode } from './make-code.ts';

export type NewNames = { code: string; name: { en: string; zh: string } };
type Props = { what: string; taken: readonly string[]; add: (names: NewNames) => void; isSubtle?: boolean };

export function NewItem({ what, taken, add, isSubtle }: Props) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const { t: root } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant={isSubtle ? 'subtle' : 'default'}
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => setOpen(true)}
        data-testid={`new-${what}`}
      >
        {t(`new.${what}`)}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t(`new.${what}`)}
        closeButtonProps={{ 'aria-label': root('close') }}
      >
        <NewForm
          taken={taken}
          add={(names) => {
            setOpen(false);
            add(names);
          }}
        />
      </Modal>
    </>
  );
}

function NewForm({ taken, add }: Pick<Props, 'taken' | 'add'>) {
  const { t } = useSay();
  const [names, setNames] = useState({ en: '', zh: '' });
  const [own, setOwn] = useState<string | null>(null);
  const code = own ?? makeCode(names.en);
  const isTaken = taken.includes(code);
  const isCode = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code);
  const isReady = isCode && !isTaken && (names.en || names.zh).trim() !== '';
  const submit = () => {
    if (isReady)
      add({ code, name: { en: names.en.trim() || names.zh.trim(), zh: names.zh.trim() || names.en.trim() } });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        data-autofocus
        label={t('new.name-en')}
        value={names.en}
        onChange={({ currentTarget }) => setNames({ ...names, en: currentTarget.value })}
      />
      <TextInput
        label={t('new.name-zh')}
        lang="zh-Hans"
        value={names.zh}
        onChange={({ currentTarget }) => setNames({ ...names, zh: currentTarget.value })}
      />
      <TextInput
        label={t('new.code')}
        description={t('new.code-hint')}
        value={code}
        error={isTaken ? t('new.code-taken') : code !== '' && !isCode ? t('new.code-wrong') : undefined}
        onChange={({ currentTarget }) => setOwn(currentTarget.value)}
      />
      <div className="line form-foot">
        <span className="grow" />
        <Button type="submit" disabled={!isReady}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
