/** Puts the words of the settings in place when the settings are first opened. */
import i18next from 'i18next';
import { administerDepartmentsEn } from './administer-departments-en.ts';
import { administerDepartmentsZh } from './administer-departments-zh.ts';
import { administerDoorsEn } from './administer-doors-en.ts';
import { administerDoorsZh } from './administer-doors-zh.ts';
import { administerEn } from './administer-en.ts';
import { administerGuidesEn } from './administer-guides-en.ts';
import { administerGuidesZh } from './administer-guides-zh.ts';
import { administerProceduresEn } from './administer-procedures-en.ts';
import { administerProceduresZh } from './administer-procedures-zh.ts';
import { administerTimeEn } from './administer-time-en.ts';
import { administerTimeZh } from './administer-time-zh.ts';
import { administerZh } from './administer-zh.ts';

export function addSettingsTexts(): void {
  i18next.addResourceBundle('en', 'translation', { administer: administerEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerZh }, true, true);
  i18next.addResourceBundle('en', 'translation', { administer: administerTimeEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerTimeZh }, true, true);
  i18next.addResourceBundle('en', 'translation', { administer: administerDoorsEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerDoorsZh }, true, true);
  i18next.addResourceBundle('en', 'translation', { administer: administerDepartmentsEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerDepartmentsZh }, true, true);
  i18next.addResourceBundle('en', 'translation', { administer: administerGuidesEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerGuidesZh }, true, true);
  i18next.addResourceBundle('en', 'translation', { administer: administerProceduresEn }, true, true);
  i18next.addResourceBundle('zh', 'translation', { administer: administerProceduresZh }, true, true);
}
