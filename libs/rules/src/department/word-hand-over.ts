/** The mail by which a department is asked, in the desk's own language: what is asked, under which number, until when. */
import type { Department, PolicyV1 } from '@trunkline/contracts';
import { sayInstant } from '../words/say-instant.ts';
import { wordText } from '../words/word-text.ts';

/** Instants are ISO. */
type Handed = { department: Department; number: string; subject: string; note: string; dueAt: string; now: string };

export function wordHandOver(handed: Handed, policy: PolicyV1): { subject: string; text: string } {
  const { department, number, subject, note, dueAt, now } = handed;
  const language = policy.desk.defaultLanguage;
  const tz = policy.calendars[department.calendar]?.tz ?? 'UTC';
  const at = sayInstant({ at: Date.parse(dueAt), now: Date.parse(now), tz, language });
  const due = language === 'zh' ? `答复期限：${at}` : `Due: ${at}`;
  const values = { department: department.name[language], ticket: number, subject, note, due };
  return { subject: `[${number}] ${subject}`, text: wordText('hand-over-mail', language, policy, values) };
}
