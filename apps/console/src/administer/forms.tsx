/** Forms: what is asked of a customer once, for which matters, and whether a conversation may end without it. */
import type { Form } from '@trunkline/contracts';
import { AskedFields } from './asked-fields.tsx';
import { SwitchBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { GuideList } from './guide-list.tsx';
import { MatterBoxes } from './matter-boxes.tsx';
import { Part } from './page-head.tsx';

export function Forms() {
  const { t } = useSay();
  return (
    <GuideList<Form>
      list="forms"
      icon="card"
      fresh={({ code, name }) => ({
        code,
        name,
        when: {},
        isRequired: false,
        fields: [
          { code: 'order', name: { en: 'Order number', zh: '订单号' }, kind: 'text', isRequired: true, choices: [] },
        ],
      })}
      more={({ fields }) => String(fields.length)}
      fields={(at) => (
        <>
          <MatterBoxes path={`${at}.when`} />
          <AskedFields
            path={`${at}.fields`}
            title={t('guides.fields')}
            hint={t('guides.fields-hint')}
            none={{ icon: 'card', title: t('guides.no-fields'), more: t('guides.no-fields-more') }}
            isOfForm
          />
          <Part title={t('guides.end')}>
            <SwitchBox path={`${at}.isRequired`} label={t('guides.required')} hint={t('guides.required-hint')} />
          </Part>
        </>
      )}
    />
  );
}
