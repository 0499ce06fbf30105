/** Every word of the panel, in each language it speaks. */
import type { Language } from '../settings.ts';
import { en } from './en.ts';
import type { Texts } from './words.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export const texts: Record<Language, Texts> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
