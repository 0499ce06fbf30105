/** What a host page may set: by attributes of the script element, or by `window.trunkline` before or after it. */

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
export type Jwt = string | (() => string | Promise<string>);

/** `window.trunkline`: the page's side of the agreement. A function as `jwt` is asked again at each connection. */
export type HostPage = { jwt?: Jwt; open?: () => void; close?: () => void };

export type Settings = {
  /** The site as the desk knows it. */
  site: string;
  /** Where channels answers: the script's own origin. */
  server: string;
  language: Language;
  colour: string;
  theme: 'auto' | 'light' | 'dark';
  jwt: () => Jwt | undefined;
};

declare global {
  interface Window {
    trunkline?: HostPage;
  }
}
