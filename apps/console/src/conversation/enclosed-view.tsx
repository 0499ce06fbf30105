/** Under the words of a reply: its files with how far they are, and the quick replies that stand under it. */
import { ActionIcon, Progress } from '@mantine/core';
import type { ChannelRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { choiceOf, enclosed, type PutUp, useEnclosed } from './enclosed.ts';
import { saySize } from './say-size.ts';

type Props = { conversationId: string; channel: ChannelRow | undefined };

export function EnclosedView({ conversationId, channel }: Props) {
  const { t } = useTranslation();
  const { files, choices } = useEnclosed(conversationId);
  return (
    <>
      {files.length > 0 && (
        <ul className="put-up" aria-label={t('file.list')} data-testid="put-up">
          {files.map((file) => (
            <FileRow key={file.key} file={file} remove={() => enclosed.remove(conversationId, file.key)} />
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <fieldset className="choices-editor" aria-label={t('choice.title')} data-testid="choices-editor">
          <p className="small quiet">{t(channel?.quickReplies === false ? 'choice.as-list' : 'choice.as-buttons')}</p>
          <ul className="choices">
            {choices.map((choice, place) => (
              <li key={choice.code} className="choice-field">
                <input
                  // biome-ignore lint/a11y/noAutofocus: it was just asked for
                  autoFocus={choice.label === ''}
                  aria-label={t('choice.label', { number: place + 1 })}
                  placeholder={t('choice.placeholder')}
                  maxLength={80}
                  value={choice.label}
                  onChange={({ currentTarget }) =>
                    enclosed.choose(
                      conversationId,
                      choices.map((one, at) => (at === place ? { ...one, label: currentTarget.value } : one)),
                    )
                  }
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                    event.preventDefault();
                    addChoice(conversationId);
                  }}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('choice.remove', { number: place + 1 })}
                  onClick={() =>
                    enclosed.choose(
                      conversationId,
                      choices.filter((_one, at) => at !== place).map(({ label }, at) => choiceOf(label, at)),
                    )
                  }
                >
                  <Icon name="close" size={12} />
                </ActionIcon>
              </li>
            ))}
            {choices.length < 10 && (
              <li>
                <button type="button" className="link small" onClick={() => addChoice(conversationId)}>
                  + {t('choice.more')}
                </button>
              </li>
            )}
          </ul>
        </fieldset>
      )}
    </>
  );
}

/** One more to write; the empty one that stands there already is enough. */
export function addChoice(conversationId: string): void {
  const { choices } = enclosed.read(conversationId);
  if (choices.length >= 10 || choices.some(({ label }) => label.trim() === '')) return;
  enclosed.choose(conversationId, [...choices, choiceOf('', choices.length)]);
}

function FileRow({ file, remove }: { file: PutUp; remove: () => void }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const { name, bytes, state, share, error } = file;
  return (
    <li className="put-up-file" data-state={state}>
      <Icon name={state === 'refused' ? 'alert' : state === 'there' ? 'check' : 'upload'} size={15} />
      <span className="two-lines grow">
        <span className="cut">{name}</span>
        <span className="small">
          {state === 'refused' ? sayProblem(error) : state === 'going' ? t('file.going') : saySize(bytes)}
        </span>
      </span>
      {state === 'going' && (
        <Progress
          value={share * 100}
          size="sm"
          w={80}
          aria-label={t('file.share', { name, percent: Math.round(share * 100) })}
        />
      )}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('file.remove', { name })} onClick={remove}>
        <Icon name="close" size={13} />
      </ActionIcon>
    </li>
  );
}
