/** Language, ink, links and days: what the panel works out by itself. */
import { asHex, chooseInk } from './choose-ink.ts';
import { chooseLanguage } from './choose-language.ts';
import { findLinks } from './find-links.ts';
import { isSameDay, nameDay } from './name-day.ts';

test.each([
  ['the page’s wish goes first', 'zh-Hant', ['en-US'], 'zh-Hant'],
  ['Taiwan, Hong Kong and Macau read traditional characters', undefined, ['zh-TW'], 'zh-Hant'],
  ['a script in the tag decides over the region', undefined, ['zh-Hans-HK'], 'zh-Hans'],
  ['mainland China reads simplified characters', undefined, ['zh-CN', 'en'], 'zh-Hans'],
  ['the first language we speak is taken', undefined, ['fr-FR', 'en-GB', 'zh'], 'en'],
  ['whom we cannot serve gets English', undefined, ['fr'], 'en'],
])('%s', (_title, wish, browser, language) => expect(chooseLanguage(wish, browser)).toBe(language));

test.each([
  ['#1f6f5c', '#ffffff'],
  ['#ffd400', '#14181f'],
  ['#ffffff', '#14181f'],
  ['#000000', '#ffffff'],
])('on %s one reads %s', (colour, ink) => expect(chooseInk(colour)).toBe(ink));

test('a colour is three or six digits, and anything else is none', () => {
  expect([asHex('0AF'), asHex(' #12abEF '), asHex('red;}'), asHex(undefined)]).toEqual([
    '#00aaff',
    '#12abef',
    undefined,
    undefined,
  ]);
});

test('only web addresses become links, and the full stop after one is not part of it', () => {
  expect(findLinks('see https://a.example/x?y=1. Then javascript:alert(1) 或者http://b.example，好吗')).toEqual([
    { text: 'see ' },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: '. Then javascript:alert(1) 或者' },
    { text: 'http://b.example', href: 'http://b.example' },
    { text: '，好吗' },
  ]);
});

test('days are named as people do', () => {
  const words = { locale: 'en-GB', today: 'Today', yesterday: 'Yesterday' };
  const now = new Date(2026, 10, 22, 0, 5);
  const at = (...when: [number, number, number, number]) => new Date(...when).toISOString();
  expect(nameDay(at(2026, 10, 22, 0), now, words)).toBe('Today');
  expect(nameDay(at(2026, 10, 21, 23), now, words)).toBe('Yesterday');
  expect(nameDay(at(2026, 9, 3, 12), now, words)).toMatch(/Sat.*3 October$/);
  expect(nameDay(at(2025, 9, 3, 12), now, words)).toMatch(/2025$/);
  expect(isSameDay(at(2026, 10, 22, 1), at(2026, 10, 21, 23))).toBe(false);
});
