/** A mail as the parser gives it, before anything is decided about it. */

/** `cid`: the name by which the HTML shows it. */
export type MailFile = { name: string; type: string; content: Buffer; cid?: string };

export type Mail = {
  /** In order, names in lower case, values unfolded but not decoded. */
  headers: [string, string][];
  subject: string | null;
  from: { address: string; name: string | null };
  /** Every address in To, Cc and the headers in which servers note whom they delivered to. */
  recipients: string[];
  messageId: string | null;
  /** References this mail answers, nearest first. */
  answers: string[];
  sentAt: string | null;
  text: string;
  html: string | null;
  files: MailFile[];
};

/** The first header of this name, or ''. */
export const headerOf = (mail: Mail, name: string) => mail.headers.find(([key]) => key === name)?.[1] ?? '';
