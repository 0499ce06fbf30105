/** How the checks of a mail are told in one word. */
import type { MailChecks } from '@trunkline/contracts';
import { judgeChecks } from './judge-checks.ts';

type Result = MailChecks['spf']['result'];
const checks = (spf: Result, dkim: Result, dmarc: Result): MailChecks => ({
  spf: { result: spf, domain: 'a.test' },
  dkim: { result: dkim, domain: 'a.test' },
  dmarc: { result: dmarc, domain: 'a.test' },
  by: 'us',
});

test.each([
  ['everything passed', checks('pass', 'pass', 'pass'), 'pass'],
  ['a forwarder breaks SPF, and DMARC holds by DKIM', checks('fail', 'pass', 'pass'), 'pass'],
  ['DMARC failed, whatever else passed', checks('pass', 'none', 'fail'), 'fail'],
  ['the domain asks for no DMARC and both others pass', checks('pass', 'pass', 'none'), 'pass'],
  ['nothing is set up', checks('none', 'none', 'none'), 'unproven'],
  ['the name server did not answer', checks('temperror', 'temperror', 'temperror'), 'unproven'],
])('%s', (_sentence, given, judged) => expect(judgeChecks(given)).toBe(judged));
