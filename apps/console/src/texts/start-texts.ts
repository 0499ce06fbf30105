/** Puts the screen's words in place: the person's choice first, then the browser's language. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { prefer, preferences } from '../parts/preferences.ts';
import type { Language } from '../parts/say-time.ts';
import { callsEn } from './calls-en.ts';
import { callsZh } from './calls-zh.ts';
import { complaintsEn } from './complaints-en.ts';
import { complaintsZh } from './complaints-zh.ts';
import { customersEn } from './customers-en.ts';
import { customersZh } from './customers-zh.ts';
import { departmentsEn } from './departments-en.ts';
import { departmentsZh } from './departments-zh.ts';
import { en } from './en.ts';
import { formsEn } from './forms-en.ts';
import { formsZh } from './forms-zh.ts';
import { guidesEn } from './guides-en.ts';
import { guidesZh } from './guides-zh.ts';
import { proceduresEn } from './procedures-en.ts';
import { proceduresZh } from './procedures-zh.ts';
import { sensitiveEn } from './sensitive-en.ts';
import { sensitiveZh } from './sensitive-zh.ts';
import { stepsEn } from './steps-en.ts';
import { stepsZh } from './steps-zh.ts';
import { ticketsEn } from './tickets-en.ts';
import { ticketsZh } from './tickets-zh.ts';
import { timeEn } from './time-en.ts';
import { timeZh } from './time-zh.ts';
import { transfersEn } from './transfers-en.ts';
import { transfersZh } from './transfers-zh.ts';
import { understandEn } from './understand-en.ts';
import { understandZh } from './understand-zh.ts';
import { zh } from './zh.ts';

export function startTexts(): void {
  const browsers: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  });
  void i18next.use(initReactI18next).init({
    lng: preferences().language ?? browsers,
    fallbackLng: 'en',
    resources: {
      en: {
        translation: {
          ...en,
          ...timeEn,
          ...callsEn,
          ...complaintsEn,
          ...departmentsEn,
          ...formsEn,
          ...guidesEn,
          ...ticketsEn,
          ...customersEn,
          ...stepsEn,
          ...proceduresEn,
          ...sensitiveEn,
          ...transfersEn,
          understand: understandEn,
        },
      },
      zh: {
        translation: {
          ...zh,
          ...timeZh,
          ...callsZh,
          ...departmentsZh,
          ...complaintsZh,
          ...formsZh,
          ...guidesZh,
          ...ticketsZh,
          ...customersZh,
          ...stepsZh,
          ...proceduresZh,
          ...sensitiveZh,
          ...transfersZh,
          understand: understandZh,
        },
      },
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function speakLanguage(language: Language): void {
  prefer({ language });
  void i18next.changeLanguage(language);
}
