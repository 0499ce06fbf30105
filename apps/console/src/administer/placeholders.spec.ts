/** A text is shown as a customer will read it, and what nobody fills in stays to be seen. */
import { fillPreview, namesIn } from './placeholders.ts';

test('names are found once each', () => expect(namesIn('{desk}: {number}, {desk} { no }')).toEqual(['desk', 'number']));
test('known names are filled in, unknown ones stay', () =>
  expect(fillPreview('{desk}：第 {position} 位 {oops}', 'zh', '干线')).toBe('干线：第 3 位 {oops}'));
