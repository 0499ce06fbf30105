/** Whether a mail to a hand-over's signed address is the department's answer; if not, it is put aside with the reason. */
import type { Automatic, Department, MailChecks } from '@trunkline/contracts';

type Mailed = { from: string; checks: MailChecks | null; automatic: Automatic | null };
export type AnswerJudged = { ok: true } | { ok: false; because: 'not-the-department' | 'department-auto-reply' };

/** The address must be the department's own of today, and must not be forged; what a machine wrote answers nothing. */
export function judgeAnswer(mail: Mailed, department: Department | undefined): AnswerJudged {
  const isTheirs = department?.email != null && sameAddress(department.email, mail.from);
  if (!isTheirs || mail.checks?.dmarc.result === 'fail') return { ok: false, because: 'not-the-department' };
  return mail.automatic ? { ok: false, because: 'department-auto-reply' } : { ok: true };
}

const sameAddress = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
