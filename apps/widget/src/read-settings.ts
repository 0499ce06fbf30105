/** Reads the host page's settings from its script element and from `window.trunkline`. */
import { asHex } from './choose-ink.ts';
import { chooseLanguage } from './choose-language.ts';
import { noteTrail } from './note-trail.ts';
import type { Settings } from './settings.ts';

const house = '#1f6f5c';

export function readSettings(script: HTMLScriptElement): Settings {
  const { site = 'default', lang, color, colour, theme, trail } = script.dataset;
  return {
    site,
    server: new URL(script.src, location.href).origin,
    language: chooseLanguage(lang, navigator.languages),
    colour: asHex(colour ?? color) ?? house,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    trail: noteTrail(site, trail === 'off'),
    jwt: () => window.trunkline?.jwt ?? script.dataset.jwt,
  };
}
