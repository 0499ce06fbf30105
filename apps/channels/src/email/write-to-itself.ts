/** A mail of the desk to itself: out by its SMTP server, in by its mailbox. What is answered comes back the same way. */
import type { TestSent } from '@trunkline/contracts';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Desk, OwnTest } from '../channel.ts';
import { testerName } from '../own-address.ts';
import type { EmailConfig } from './config.ts';
import { signTest } from './sign-address.ts';
import { LazyBody, talkSmtp } from './talk-smtp.ts';

/** From the mailbox's own address, for servers let nobody send under another's; by whom it is, the recipient says. */
export async function writeToItself({ account, mark }: OwnTest, { config }: Desk<EmailConfig>): Promise<TestSent> {
  const { address, smtp, domain } = config.accounts.find((one) => one.address === account)!;
  const to = signTest(address, config.replyKeys);
  const mail = new MailComposer({
    messageId: `<${mark}@${domain}>`,
    from: { name: testerName, address },
    to,
    subject: `${testerName} ${mark}`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: `This mail was written by the desk to itself: ${mark}`,
  });
  await talkSmtp(smtp, { from: address, to }, new LazyBody(await mail.compile().build()));
  return { kind: 'sent', isAnswered: true };
}
