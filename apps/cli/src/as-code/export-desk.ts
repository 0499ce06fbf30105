/** `trunkline export`: writes the desk as it is as a file that `apply` reads, for people to start from. */
import { type DeskFile, type PersonInFile, policyParts, type StaffV1 } from '@trunkline/contracts';
import { stringify } from 'yaml';
import { withGateway } from '../ask-gateway.ts';
import { readSettings } from '../read-settings.ts';
import { WrongUse } from '../refused.ts';
import { say } from '../say.ts';
import type { Asked, ExitCode } from '../verb.ts';
import { readPresent } from './read-present.ts';

const parts = ['policy', ...policyParts, 'staff'] as const;

export async function exportDesk(asked: Asked): Promise<ExitCode> {
  const wanted = String(asked.values.parts ?? parts.join(',')).split(',');
  const stray = wanted.find((part) => !parts.some((one) => one === part));
  if (stray !== undefined) throw new WrongUse(`there is no part "${stray}": ${parts.join(', ')}`);
  const { policy, staff } = await withGateway(readSettings(asked), (ask) => readPresent(ask));
  const { version: _, queues, calendars, departments, ...rest } = policy;
  const people = staff.filter(({ active }) => active).map(inFile);
  const whole: DeskFile = { trunkline: 1, policy: rest, queues, calendars, departments, staff: people };
  const picked = Object.entries(whole).filter(([part]) => part === 'trunkline' || wanted.includes(part));
  await say(stringify(Object.fromEntries(picked), { lineWidth: 120 }).trimEnd());
  return 0;
}

function inFile({ id: _, active: __, skills, ...person }: StaffV1): PersonInFile {
  const isLanguage = ([skill]: [string, number]) => /^lang-[a-z]{2,3}$/.test(skill);
  const all = Object.entries(skills);
  const languages = all.filter(isLanguage).map(([skill, level]) => [skill.slice('lang-'.length), level]);
  const others = all.filter((one) => !isLanguage(one));
  return { ...person, languages: Object.fromEntries(languages), skills: Object.fromEntries(others) };
}
