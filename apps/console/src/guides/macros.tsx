/** The macros of this group, beside where one writes: one press runs their steps and says how far it went. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { guidesQuery, useMacro } from './guide-queries.ts';

export function Macros({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const macros = useQuery(guidesQuery(id)).data?.macros ?? [];
  const run = useMacro(id);
  if (macros.length === 0) return null;
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Tooltip label={t('guide.macros')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('guide.macros')}
            loading={run.isPending}
            data-testid="macros"
          >
            <Icon name="macro" size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {macros.map(({ code, name, steps }) => (
          <Menu.Item key={code} onClick={() => run.mutate(code)} data-testid={`macro-${code}`}>
            {name[language] || code}
            <span className="small quiet macro-steps">
              {steps.map((step) => t(`guide.act.${step.act}`)).join(' → ')}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
