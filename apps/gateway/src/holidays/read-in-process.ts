/** The process in which holidays are read: its lists are large and its files are strangers'. */
import { listHolidays } from './list-holidays.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import type { Read, ToRead } from './to-read.ts';

process.once('message', async (asked: ToRead) => {
  const read: Read = asked.kind === 'list' ? await listHolidays(asked) : readCalendarFile(asked.text, asked.today);
  process.send?.(read, () => process.disconnect());
});
// whoever asked is gone: nobody waits for the answer
process.once('disconnect', () => process.exit(0));
