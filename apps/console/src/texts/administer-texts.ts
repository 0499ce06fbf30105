/** Puts the words of the settings in place when the settings are first opened. */
import i18next from 'i18next';
import { administerEn } from './administer-en.ts';
import { administerZh } from './administer-zh.ts';

export function addSettingsTexts(): void {
  i18next.addResourceBundle('en', 'translation', { administer: administerEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerZh }, true, true);
}
