/** What three checks of a mail say together: DMARC decides; without it, one that failed is only not proven. */
import type { MailChecks } from '@trunkline/contracts';

export type Judged = 'pass' | 'fail' | 'unproven';

export function judgeChecks({ dmarc, spf, dkim }: MailChecks): Judged {
  if (dmarc.result === 'fail') return 'fail';
  if (dmarc.result === 'pass') return 'pass';
  return dkim.result === 'pass' && spf.result === 'pass' ? 'pass' : 'unproven';
}
