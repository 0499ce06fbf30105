/** The words the panel needs, whatever the language. */

export type Texts = {
  locale: string;
  chat: string;
  close: string;
  open: string;
  closed: string;
  closedUntil: (when: string) => string;
  connecting: string;
  offline: string;
  hello: string;
  askAnything: string;
  closedHello: string;
  you: string;
  desk: string;
  bot: string;
  person: string;
  /** What is sent when somebody asks for a person; the desk knows these words. */
  askForPerson: string;
  write: string;
  send: string;
  sending: string;
  sent: string;
  seen: string;
  notSent: string;
  again: string;
  discard: string;
  typing: string;
  today: string;
  yesterday: string;
  newLines: (count: number) => string;
  tooLong: (over: number) => string;
  left: (count: number) => string;
  thread: string;
  file: (name: string, size: string) => string;
  attach: string;
  optional: string;
  formHello: string;
  startChat: string;
  awayHello: string;
  awayBy: string;
  yourName: string;
  yourMail: string;
  yourMessage: string;
  leaveMessage: string;
  choices: string;
  transcript: string;
  transcriptTo: string;
  fileNotUp: string;
  fileTooLarge: (limit: number) => string;
  uploading: (name: string) => string;
  takeBack: (name: string) => string;
  leftMessage: (to: string) => string;
  placeIs: (place: number) => string;
  /** In minutes. */
  /** There is a place, and nobody can say how long it takes. */
  noWait: string;
  wait: (low: number, high: number) => string;
};
