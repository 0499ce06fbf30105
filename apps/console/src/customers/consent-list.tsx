/** May we write first, and by whose word: each consent with when and how it was given. */
import { Button, Popover, TextInput } from '@mantine/core';
import type { ChangedCustomer, Customer } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';

const all = ['survey', 'follow-up', 'news'] as const;
type To = (typeof all)[number];
type Props = { customer: Customer; change: (change: ChangedCustomer) => void; readOnly: boolean };

export function ConsentList({ customer, change, readOnly }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <h4>{t('customer.consent')}</h4>
      <ul className="consents">
        {all.map((to) => {
          const known = customer.consent.find((one) => one.to === to);
          return (
            <li key={to} className="line">
              <Icon name={known ? (known.given ? 'check' : 'close') : 'dot'} size={13} />
              <span className="two-lines grow">
                <span>
                  {t(`customer.to.${to}`)} ·{' '}
                  {t(known ? (known.given ? 'customer.given' : 'customer.not-given') : 'customer.not-asked')}
                </span>
                {known && (
                  <span className="small quiet cut">
                    {known.how} · <Ago at={known.at} />
                  </span>
                )}
              </span>
              {!readOnly && (
                <Give to={to} given={known?.given ?? false} give={(one) => change({ consent: [{ ...one, to }] })} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type GiveProps = { to: To; given: boolean; give: (said: { given: boolean; how: string }) => void };

/** A consent without how it was given proves nothing: it is asked for. */
function Give({ to, given, give }: GiveProps) {
  const { t } = useTranslation();
  const [how, setHow] = useState('');
  const [isOpen, open] = useState(false);
  const name = t(given ? 'customer.withdraw' : 'customer.give');
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="link small"
          onClick={() => open(!isOpen)}
          aria-label={`${name}: ${t(`customer.to.${to}`)}`}
        >
          {name}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (how.trim() === '') return;
            give({ given: !given, how: how.trim() });
            open(false);
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            label={t('customer.how')}
            placeholder={t('customer.how-hint')}
            maxLength={200}
            value={how}
            onChange={({ currentTarget }) => setHow(currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" disabled={how.trim() === ''}>
            {name}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
