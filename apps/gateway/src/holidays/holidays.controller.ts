/** Holidays to choose from: of a country, or of a calendar file. Nothing is changed here. */
import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import {
  HolidayFile,
  type Holidays,
  HolidaysAsked,
  type ReasonCode,
  type StaffV1,
  sayReason,
} from '@trunkline/contracts';
import { parse, refuse } from '@trunkline/platform';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { readApart } from './read-apart.ts';
import type { ToRead } from './to-read.ts';

@Controller('v1/holidays')
@UseGuards(SignedIn)
export class HolidaysController {
  @Get()
  @Does('read-holidays')
  list(@Person() person: StaffV1, @Query(parse(HolidaysAsked)) asked: HolidaysAsked): Promise<Holidays> {
    const { country, state, year = new Date().getUTCFullYear(), language = person.language } = asked;
    const of = { ...(country === undefined ? {} : { country }), ...(state ? { state } : {}) };
    return this.read(person, { kind: 'list', ...of, year, language });
  }

  @Post('import')
  @HttpCode(200)
  @Does('read-holidays')
  take(@Person() person: StaffV1, @Body(parse(HolidayFile)) { text }: HolidayFile): Promise<Holidays> {
    return this.read(person, { kind: 'file', text, today: new Date().toISOString().slice(0, 10) });
  }

  private async read({ language }: StaffV1, asked: ToRead): Promise<Holidays> {
    const read = await readApart(asked);
    if (!read.ok) refuse(read.because.code as ReasonCode, read.because.values);
    const faults = read.faults.map(({ code, values }) => sayReason(code, language, values));
    return { items: read.items, faults, ...(read.places ? { places: read.places } : {}) };
  }
}
