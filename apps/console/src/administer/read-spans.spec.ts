/** Hours and dates are read as people write them, and a slip is refused instead of guessed. */
import { readDatedSpans, readDates, readSpans, sayDatedSpans, saySpans } from './read-spans.ts';

test.each([
  ['09:00–18:00', [['09:00', '18:00']]],
  [
    '9-12, 13-18:30',
    [
      ['09:00', '12:00'],
      ['13:00', '18:30'],
    ],
  ],
  [
    '9：00～12：00、13：00至18：00',
    [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
  ],
  ['0-24', [['00:00', '24:00']]],
  ['', []],
  ['18-9', undefined],
  ['9-13, 12-18', undefined],
  ['9-25', undefined],
  ['nine to five', undefined],
])('“%s”', (text, spans) => expect(readSpans(text)).toEqual(spans));

test('what is said is read again', () => {
  const spans: [string, string][] = [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ];
  expect(readSpans(saySpans(spans))).toEqual(spans);
  const dated = { '2026-10-10': spans, '2026-12-24': [] };
  expect(readDatedSpans(sayDatedSpans(dated))).toEqual(dated);
});

test('dates are sorted, each once; one that is not in the calendar is refused', () => {
  expect(readDates('2026-10-02, 2026-10-01\n2026-10-02', 'date')).toEqual(['2026-10-01', '2026-10-02']);
  expect(readDates('2026-13-01', 'date')).toBeUndefined();
  expect(readDates('02-29 12-25', 'yearly')).toEqual(['02-29', '12-25']);
  expect(readDates('13-40', 'yearly')).toBeUndefined();
});
