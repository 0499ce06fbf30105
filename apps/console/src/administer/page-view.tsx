/** Each page of the settings by its name. */
import type { ComponentType } from 'react';
import { Assignment } from './assignment.tsx';
import { Calendars } from './calendars.tsx';
import { PolicyDocument } from './document.tsx';
import { type Page } from './pages.ts';
import { Priority } from './priority.tsx';
import { Queues } from './queues.tsx';
import { RoutingRules } from './routing-rules.tsx';
import { Signs } from './signs.tsx';
import { Skills } from './skills.tsx';
import { Taxonomy } from './taxonomy.tsx';
import { PolicyTexts } from './texts.tsx';
import { Versions } from './versions.tsx';

const views: Record<Page, ComponentType> = {
  queues: Queues,
  rules: RoutingRules,
  assignment: Assignment,
  priority: Priority,
  skills: Skills,
  taxonomy: Taxonomy,
  signs: Signs,
  texts: PolicyTexts,
  calendars: Calendars,
  versions: Versions,
  document: PolicyDocument,
};

export function PageView({ page }: { page: Page }) {
  const View = views[page];
  return <View />;
}
