/** What a host page may set: by attributes of the script element, or by `window.trunkline` before or after it. */
import type { NoteTrail } from './note-trail.ts';

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
export type Jwt = string | (() => string | Promise<string>);

/** `window.trunkline`: the page's side of the agreement. A function as `jwt` is asked again at each connection. */
export type HostPage = {
  (act: 'event', name: string, values?: Record<string, string | number | boolean>): void;
  /** Somebody signed in or out: the chat joins again as who they are now. */
  (act: 'signed'): void;
  jwt?: Jwt;
  open?: () => void;
  close?: () => void;
};

export type Settings = {
  /** The site as the desk knows it. */
  site: string;
  /** Where channels answers: the script's own origin. */
  server: string;
  language: Language;
  colour: string;
  theme: 'auto' | 'light' | 'dark';
  jwt: () => Jwt | undefined;
  trail: NoteTrail;
};

declare global {
  interface Window {
    trunkline?: HostPage | Partial<Pick<HostPage, 'jwt' | 'open' | 'close'>>;
  }
}
