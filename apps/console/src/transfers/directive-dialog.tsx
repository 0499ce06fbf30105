/** A supervisor says what of a group is not transferred, until when, and the one wording that is used instead. */
import { NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewDirective } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { ask, now } from '../parts/gateway.ts';
import { meQuery, policyQuery } from '../parts/queries.ts';
import { tell } from '../parts/tell.ts';
import { useKept } from '../parts/use-kept.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';

const hours = ['1', '2', '4', '8', '24', '72'];

export function DirectiveDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const client = useQueryClient();
  const me = useQuery(meQuery).data?.staff;
  const policy = useQuery(policyQuery).data;
  const queues = (policy?.queues ?? []).filter(({ code }) => me?.role === 'administrator' || me?.groups.includes(code));
  const empty = { queue: '', about: '', lasts: '4', text: { en: '', zh: '' } };
  const [form, setForm, forget] = useKept('directive', empty);
  const put = (part: Partial<typeof empty>) => setForm({ ...form, ...part });
  const { queue, about, lasts, text } = form;
  const chosen = queue || queues[0]?.code || '';
  const order = useMutation({
    mutationFn: (body: NewDirective) => ask('/v1/directives', { body }),
    onSuccess: () => {
      tell(t('directive.made'));
      forget();
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['directives'] }),
  });
  const [kind, code = null] = about.split(':');
  const untilAt = () => new Date(now() + Number(lasts) * 3_600_000).toISOString();
  return (
    <Dialog close={close} title={t('directive.new')} size={480}>
      <form
        className="transfer"
        onSubmit={(event) => {
          event.preventDefault();
          const matter = { topic: kind === 'topic' ? code : null, label: kind === 'label' ? code : null };
          order.mutate({ queue: chosen, ...matter, text, untilAt: untilAt() } as NewDirective);
        }}
      >
        <p className="small quiet">{t('directive.hint')}</p>
        <NativeSelect
          label={t('directive.queue')}
          value={chosen}
          data={queues.map(({ code }) => ({ value: code, label: words.queue(code) }))}
          onChange={({ currentTarget }) => put({ queue: currentTarget.value })}
        />
        <NativeSelect
          label={t('directive.about')}
          value={about}
          data={[
            { value: '', label: t('directive.all') },
            ...(policy?.taxonomy.topics ?? []).flatMap((topic) => [
              { value: `topic:${topic.code}`, label: topic.name[language] },
              ...topic.labels.map((label) => ({ value: `label:${label.code}`, label: `– ${label.name[language]}` })),
            ]),
          ]}
          onChange={({ currentTarget }) => put({ about: currentTarget.value })}
          data-testid="directive-about"
        />
        <NativeSelect
          label={t('directive.lasts')}
          value={lasts}
          data={hours.map((value) => ({ value, label: t('directive.hours', { count: Number(value) }) }))}
          onChange={({ currentTarget }) => put({ lasts: currentTarget.value })}
        />
        {(['en', 'zh'] as const).map((spoken) => (
          <Textarea
            key={spoken}
            label={t(`directive.text-${spoken}`)}
            lang={spoken === 'zh' ? 'zh-Hans' : 'en'}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={text[spoken]}
            onChange={({ currentTarget }) => put({ text: { ...text, [spoken]: currentTarget.value } })}
            data-testid={`directive-${spoken}`}
          />
        ))}
        <FormFoot
          close={close}
          go={t('directive.go')}
          isReady={chosen !== '' && text.en.trim() !== '' && text.zh.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="directive-go"
        />
      </form>
    </Dialog>
  );
}
