/** Zones as the language's coming calendar knows them: independent of how the rules find them. */
import type { Zones } from './hold-against-minutes.ts';

/** As much of `Temporal` as is asked. */
export type TemporalLike = {
  Instant: { fromEpochMilliseconds(at: number): { toZonedDateTimeISO(tz: string): Zoned } };
};
type Zoned = {
  readonly offsetNanoseconds: number;
  readonly epochMilliseconds: number;
  getTimeZoneTransition(direction: 'next'): Zoned | null;
};

/** Looked up once: as globals they take most of the time where specs run. */
const { floor } = Math;
const day = 1440;
const minutesAhead = ({ offsetNanoseconds }: Zoned) => offsetNanoseconds / 60e9;

/** Offsets are asked for at a day's begin and end; where they are not the same, also when they change. */
export function zonesBy({ Instant }: TemporalLike): Zones {
  const zoned = (tz: string, minute: number) => Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(tz);
  const known = new Map<string, number | number[]>();
  const ofDay = (tz: string, date: number) => {
    const begin = zoned(tz, date * day);
    const end = zoned(tz, (date + 1) * day);
    if (begin.offsetNanoseconds === end.offsetNanoseconds) return minutesAhead(begin);
    const change = Math.ceil((begin.getTimeZoneTransition('next') as Zoned).epochMilliseconds / 60_000) - date * day;
    return Array.from({ length: day }, (_, minute) => minutesAhead(minute < change ? begin : end));
  };
  let last: { tz: string; date: number; there: number | number[] } = { tz: '', date: 0, there: 0 };
  const clock = (tz: string, at: number) => {
    const minute = floor(at / 60_000);
    const date = floor(minute / day);
    if (tz !== last.tz || date !== last.date) {
      const key = `${tz} ${date}`;
      const there = known.get(key) ?? ofDay(tz, date);
      known.set(key, there);
      last = { tz, date, there };
    }
    return typeof last.there === 'number' ? last.there : (last.there[minute - date * day] as number);
  };
  const changesKnown = new Map<string, number[]>();
  const changes = (tz: string) => {
    let list = changesKnown.get(tz);
    if (!list) {
      list = [];
      let at = Instant.fromEpochMilliseconds(Date.UTC(1990, 0)).toZonedDateTimeISO(tz).getTimeZoneTransition('next');
      for (; at && at.epochMilliseconds < Date.UTC(2037, 0); at = at.getTimeZoneTransition('next'))
        list.push(at.epochMilliseconds / 1000);
      changesKnown.set(tz, list);
    }
    return list;
  };
  return { clock, changes };
}
