/** A profile as a change would leave it, and the change that takes that back. */
import type { ChangedCustomer, Customer } from '@trunkline/contracts';

/** Fields are changed one by one; an empty one is none. */
export function shownAs(customer: Customer, { consent, fields, ...rest }: ChangedCustomer): Customer {
  const at = new Date().toISOString();
  const said = customer.consent.filter((known) => !consent?.some(({ to }) => to === known.to));
  return {
    ...customer,
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Customer>),
    fields: { ...customer.fields, ...fields },
    consent: [...said, ...(consent ?? []).map((one) => ({ ...one, at }))],
  };
}

export function takeBack(before: Customer, change: ChangedCustomer): ChangedCustomer {
  const names = Object.keys(change) as (keyof ChangedCustomer)[];
  return Object.fromEntries(names.map((name) => [name, valueBefore(before, change, name)]));
}

function valueBefore(before: Customer, change: ChangedCustomer, name: keyof ChangedCustomer): unknown {
  if (name === 'fields')
    return Object.fromEntries(Object.keys(change.fields ?? {}).map((code) => [code, before.fields[code] ?? '']));
  if (name !== 'consent') return before[name];
  return change.consent?.map(({ to, how }) => {
    const known = before.consent.find((one) => one.to === to);
    return { to, given: known?.given ?? false, how: known?.how ?? how };
  });
}
