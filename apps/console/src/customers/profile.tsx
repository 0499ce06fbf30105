/** The profile: name, tier, tags, the desk's own fields, note and consent, each changed where it stands. */
import { Button, Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ChangedCustomer, Customer } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { policyQuery } from '../parts/queries.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { ConsentList } from './consent-list.tsx';
import { InPlace } from './in-place.tsx';
import { type Clash, useChangeCustomer } from './use-change-customer.ts';

export function Profile({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fields = useQuery(policyQuery).data?.customers?.fields ?? [];
  const readOnly = !useMayReply();
  const { change, clash, keepTheirs, takeMine } = useChangeCustomer(customer);
  return (
    <div className="profile">
      {clash && <ClashBox clash={clash} keepTheirs={keepTheirs} takeMine={takeMine} />}
      <dl className="pairs profile-pairs">
        <dt>{t('card.name')}</dt>
        <dd>
          <InPlace
            label={t('card.name')}
            value={customer.name ?? ''}
            readOnly={readOnly}
            keep={(name) => change({ name: name || null })}
          />
        </dd>
        <dt>{t('customer.tier')}</dt>
        <dd>
          <Switch
            size="xs"
            label="VIP"
            labelPosition="left"
            checked={customer.isVip}
            disabled={readOnly}
            onChange={({ currentTarget }) => change({ isVip: currentTarget.checked })}
          />
        </dd>
        {fields.map(({ code, name, kind, choices }) => (
          <Pair key={code} name={name[language] || code}>
            <InPlace
              label={name[language] || code}
              value={customer.fields[code] ?? ''}
              kind={kind}
              choices={choices.map((choice) => ({ value: choice.code, label: choice.name[language] || choice.code }))}
              readOnly={readOnly}
              keep={(value) => change({ fields: { [code]: value } })}
            />
          </Pair>
        ))}
      </dl>
      <TagsInput
        size="xs"
        label={t('customer.tags')}
        placeholder={customer.tags.length === 0 && !readOnly ? t('customer.add-tag') : ''}
        value={customer.tags}
        readOnly={readOnly}
        maxTags={50}
        clearButtonProps={{ 'aria-label': t('customer.clear-tags') }}
        onChange={(tags) => change({ tags })}
      />
      <div>
        <h4>{t('customer.note')}</h4>
        <InPlace
          label={t('customer.note')}
          value={customer.note}
          kind="long-text"
          placeholder={t('customer.note-hint')}
          readOnly={readOnly}
          keep={(note) => change({ note })}
        />
      </div>
      <ConsentList customer={customer} change={change} readOnly={readOnly} />
    </div>
  );
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Both versions side by side: nobody's words are lost, and a person decides. */
function ClashBox({ clash, keepTheirs, takeMine }: { clash: Clash; keepTheirs: () => void; takeMine: () => void }) {
  const { t } = useTranslation();
  const rows = differing(clash.change, clash.theirs);
  return (
    <div className="clash" role="alert">
      <p>{t('customer.clash')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('customer.what')}</th>
            <th scope="col">{t('customer.theirs')}</th>
            <th scope="col">{t('customer.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, theirs, mine }) => (
            <tr key={name}>
              <th scope="row">{t(`customer.place.${name}`, { defaultValue: name })}</th>
              <td>{theirs || t('customer.empty')}</td>
              <td>{mine || t('customer.empty')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className="line">
        <Button size="compact-sm" variant="default" onClick={keepTheirs}>
          {t('customer.keep-theirs')}
        </Button>
        <Button size="compact-sm" onClick={takeMine} data-testid="take-mine">
          {t('customer.take-mine')}
        </Button>
      </span>
    </div>
  );
}

const say = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((one) => (typeof one === 'string' ? one : `${one.to}: ${one.given ? '✓' : '✗'}`)).join(', ')
    : value === null || value === undefined
      ? ''
      : typeof value === 'boolean'
        ? value
          ? '✓'
          : '✗'
        : String(value);

function differing({ fields, ...rest }: ChangedCustomer, theirs: Customer) {
  return [
    ...Object.entries(rest).map(([name, mine]) => ({
      name,
      mine: say(mine),
      theirs: say(theirs[name as keyof Customer]),
    })),
    ...Object.entries(fields ?? {}).map(([name, mine]) => ({ name, mine, theirs: theirs.fields[name] ?? '' })),
  ];
}
