/** Each page of the settings by its name. */
import type { ComponentType } from 'react';
import { Assignment } from './assignment.tsx';
import { Calendars } from './calendars.tsx';
import { CannedAnswers } from './canned-answers.tsx';
import { ChannelList } from './channel-list.tsx';
import { ChatSettings } from './chat-settings.tsx';
import { CustomerSettings } from './customer-settings.tsx';
import { Departments } from './departments.tsx';
import { PolicyDocument } from './document.tsx';
import { Forms } from './forms.tsx';
import { HotlineSettings } from './hotline-settings.tsx';
import { Kept } from './kept.tsx';
import { Ladder } from './ladder.tsx';
import { Limits } from './limits.tsx';
import { MacroList } from './macros.tsx';
import { MailSettings } from './mail-settings.tsx';
import { type Page } from './pages.ts';
import { Priority } from './priority.tsx';
import { Probe } from './probe.tsx';
import { Queues } from './queues.tsx';
import { Roster } from './roster.tsx';
import { RoutingRules } from './routing-rules.tsx';
import { Signs } from './signs.tsx';
import { Skills } from './skills.tsx';
import { Targets } from './targets.tsx';
import { Taxonomy } from './taxonomy.tsx';
import { PolicyTexts } from './texts.tsx';
import { TransferSettings } from './transfer-settings.tsx';
import { Trees } from './trees.tsx';
import { Versions } from './versions.tsx';

const views: Record<Page, ComponentType> = {
  queues: Queues,
  rules: RoutingRules,
  assignment: Assignment,
  priority: Priority,
  skills: Skills,
  taxonomy: Taxonomy,
  signs: Signs,
  transfer: TransferSettings,
  departments: Departments,
  forms: Forms,
  trees: Trees,
  canned: CannedAnswers,
  macros: MacroList,
  texts: PolicyTexts,
  calendars: Calendars,
  channels: ChannelList,
  chat: ChatSettings,
  customers: CustomerSettings,
  hotline: HotlineSettings,
  mail: MailSettings,
  kept: Kept,
  ladder: Ladder,
  limits: Limits,
  probe: Probe,
  roster: Roster,
  targets: Targets,
  versions: Versions,
  document: PolicyDocument,
};

export function PageView({ page }: { page: Page }) {
  const View = views[page];
  return <View />;
}
