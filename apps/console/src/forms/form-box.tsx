/** On the card: what the forms of this matter ask, what is known, and one press that asks the customer for the rest. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation, FieldStand, FormStand } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import './forms.css';

type Order = { path: '/ask' | ''; method: 'POST' | 'PUT'; body: object };

export function FormBox({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const order = useFormOrder(conversation.id);
  const { mutate: give } = order;
  const mayReply = useMayReply();
  useOfferAct(
    'ask-form',
    useCallback(() => give({ path: '/ask', method: 'POST', body: {} }), [give]),
  );
  useOfferAct(
    'fill-form',
    useCallback(() => document.querySelector<HTMLElement>('[data-form-missing]')?.focus(), []),
  );
  const forms = conversation.forms ?? [];
  if (forms.length === 0) return null;
  const fields = forms.flatMap((form) => form.fields);
  const isAskable = fields.some(({ isRequired, value, askedAt }) => isRequired && value === null && askedAt === null);
  const isOver = conversation.state === 'solved' || conversation.state === 'closed';
  const isNext = conversation.nextSteps?.[0]?.act === 'ask-form';
  return (
    <section className="card-section" aria-label={t('form.title')} data-testid="form-box">
      {forms.map((form) => (
        <OneForm key={form.code} form={form} id={conversation.id} isReadOnly={!mayReply || isOver} />
      ))}
      {isAskable && mayReply && !isOver && !isNext && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="send" size={13} />}
          loading={order.isPending}
          onClick={() => give({ path: '/ask', method: 'POST', body: {} })}
          data-testid="form-ask"
        >
          {t('form.ask')}
        </Button>
      )}
    </section>
  );
}

function OneForm({ form, id, isReadOnly }: { form: FormStand; id: string; isReadOnly: boolean }) {
  const language = useLanguage();
  return (
    <>
      <h3>{form.name[language]}</h3>
      <div className="form-fields">
        {form.fields.map((field) => (
          <Field key={`${field.code} ${field.value}`} field={field} id={id} isReadOnly={isReadOnly} />
        ))}
      </div>
    </>
  );
}

/** Saved when it is left: a browser that dies keeps what was saved before. */
function Field({ field, id, isReadOnly }: { field: FieldStand; id: string; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, type] = useState(field.value ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const sayProblem = useSayProblem();
  const order = useFormOrder(id);
  const save = (value: string) => {
    if (value.trim() === (field.value ?? '')) return;
    setRefused(null);
    const body = { values: { [field.code]: value } };
    order.mutate({ path: '', method: 'PUT', body }, { onError: (error) => setRefused(sayProblem(error)) });
  };
  const isMissing = field.isRequired && field.value === null;
  const shared = {
    size: 'xs',
    label: field.name[language],
    withAsterisk: field.isRequired,
    readOnly: isReadOnly || field.isFromAddress,
    error: refused,
    description: isMissing && field.askedAt ? t('form.asked') : undefined,
    value: typed,
    onBlur: () => save(typed),
    'data-testid': `field-${field.code}`,
    ...(isMissing && { 'data-form-missing': '' }),
  } as const;
  if (field.kind === 'choice') {
    return (
      <NativeSelect
        size="xs"
        label={shared.label}
        withAsterisk={field.isRequired}
        description={shared.description}
        error={refused}
        disabled={isReadOnly}
        value={typed}
        data={[
          { value: '', label: t('form.not-known') },
          ...field.choices.map(({ code, name }) => ({ value: code, label: name[language] })),
        ]}
        onChange={({ currentTarget }) => {
          type(currentTarget.value);
          save(currentTarget.value);
        }}
        data-testid={`field-${field.code}`}
        {...(isMissing && { 'data-form-missing': '' })}
      />
    );
  }
  if (field.kind === 'long-text') {
    return <Textarea {...shared} autosize minRows={2} onChange={({ currentTarget }) => type(currentTarget.value)} />;
  }
  return (
    <TextInput
      {...shared}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Enter' && save(typed)}
    />
  );
}

function useFormOrder(id: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ path, method, body }: Order) =>
      ask<Conversation>(`/v1/conversations/${id}/form${path}`, { method, body }),
    onSuccess: (_page, { path }) => path === '/ask' && tell(t('form.was-asked')),
    onError: (error, { path }) => path === '/ask' && tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['conversation', 'messages']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
