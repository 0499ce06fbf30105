/** The pipe that holds a body, query or parameter against its contract: `@Body(parse(Schema))`. */
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { Refusal } from './errors.ts';

export function parse<T>(schema: z.ZodType<T>): PipeTransform<unknown, T> {
  return {
    transform(value) {
      if (holdsNul(value)) throw new Refusal('bad-request', { values: { detail: 'a NUL character' } });
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      const detail = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
      throw new Refusal('bad-request', { values: { detail }, issues });
    },
  };
}

/** Postgres stores no NUL: said at the door, it is a refusal with its reason instead of a failure inside. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.entries(value).some((pair) => pair.some(holdsNul));
}
