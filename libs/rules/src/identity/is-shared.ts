/** Says whether an address is more than one person's: a role's, a machine's, the desk's own, or one that many names use. */

const roles =
  /^(?:info|support|service|services|sales|admin|administrator|office|contact|hello|help|helpdesk|team|mail|email|post|postmaster|webmaster|hostmaster|abuse|no-?reply|do-?not-?reply|newsletter|billing|invoices?|accounts?|orders?|shop|test|kefu|kf|service-?desk|customer-?(?:care|service)|enquiries|reception|hr|jobs|press|marketing|security|privacy)(?:[+._-].*)?@/;

type Used = {
  value: string;
  /** The desk's own mailboxes and numbers. */
  own: ReadonlySet<string>;
  /** How many different names have claimed it. */
  names: number;
};

const mostNames = 3;

export const isShared = ({ value, own, names }: Used): boolean =>
  names > mostNames || own.has(value) || roles.test(value);
