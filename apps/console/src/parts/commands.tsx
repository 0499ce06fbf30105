/** Everything one can do, by its name: Cmd or Ctrl with K. */
import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useCommands } from './use-commands.ts';

type Props = { opened: boolean; close: () => void; openKeys: () => void };

export function Commands({ opened, close, openKeys }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="14vh"
      padding="sm"
      title={t('commands.title')}
      styles={{ header: { display: 'none' } }}
      returnFocus
    >
      <CommandList close={close} openKeys={openKeys} />
    </Modal>
  );
}

function CommandList({ close, openKeys }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const all = useCommands(openKeys);
  const found = all.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const run = (index: number) => {
    const command = found[index];
    if (!command) return;
    close();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((from) => (from + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(at);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        placeholder={t('commands.placeholder')}
        aria-label={t('commands.title')}
        role="combobox"
        aria-expanded
        aria-controls="commands-list"
        aria-activedescendant={found[at] ? `command-${at}` : undefined}
        leftSection={<Icon name="search" />}
      />
      <div className="commands-list scroll" id="commands-list" role="listbox" aria-label={t('commands.title')}>
        {found.map(({ name, icon, keys }, index) => (
          <button
            key={name}
            id={`command-${index}`}
            type="button"
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="command"
            onMouseMove={() => setAt(index)}
            onClick={() => run(index)}
          >
            <Icon name={icon} />
            <span className="grow cut">{name}</span>
            {keys && <kbd>{keys}</kbd>}
          </button>
        ))}
        {found.length === 0 && (
          <p className="quiet" style={{ padding: 10 }}>
            {t('commands.none')}
          </p>
        )}
      </div>
    </>
  );
}
