/** Schemas made from a document's schema: of a patch of it, where anything may be left out and nothing unknown stand. */
import { z } from 'zod';

type Def = { type: string; innerType?: z.ZodType; shape?: Record<string, z.ZodType>; element?: z.ZodType } & {
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
};
const defOf = (schema: z.ZodType) => schema.def as unknown as Def;
const wrappers = ['optional', 'default', 'prefault', 'readonly', 'nonoptional'];

/** Without what says that it may be absent. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { type, innerType } = defOf(schema);
  return wrappers.includes(type) && innerType ? unwrap(innerType) : schema;
}

/** Of maps every key may be left out; an item of a list is whole. */
export function patchOf(schema: z.ZodType): z.ZodType {
  const bare = unwrap(schema);
  const { type, shape, keyType, valueType, innerType } = defOf(bare);
  if (type === 'nullable' && innerType) return patchOf(innerType).nullable();
  if (type === 'object' && shape) return z.strictObject(mapShape(shape, (one) => patchOf(one).optional()));
  if (type === 'record' && keyType && valueType)
    return z.partialRecord(keyType as z.core.$ZodRecordKey as never, patchOf(valueType));
  return strictOf(bare);
}

/** The same, but a field that the schema does not know is refused instead of left out. Its own demands stay. */
export function strictOf(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  const changed: Partial<Def> & { catchall?: z.ZodType } = {};
  if (def.innerType) changed.innerType = strictOf(def.innerType);
  if (def.type === 'object' && def.shape) {
    changed.shape = mapShape(def.shape, strictOf);
    changed.catchall = z.never();
  }
  if (def.type === 'array' && def.element) changed.element = strictOf(def.element);
  if (def.type === 'record' && def.valueType) changed.valueType = strictOf(def.valueType);
  if (def.type === 'union' && def.options) changed.options = def.options.map(strictOf);
  return Object.keys(changed).length === 0 ? schema : schema.clone({ ...schema.def, ...changed } as never);
}

/** Is what stands at this place of a document a map whose keys are the author's own, not the schema's? */
export function isFreeMap(schema: z.ZodType, [step, ...rest]: readonly string[]): boolean {
  const bare = unwrap(schema);
  const { type, shape, valueType, keyType, innerType, element } = defOf(bare);
  if (type === 'nullable' && innerType) return isFreeMap(innerType, step === undefined ? [] : [step, ...rest]);
  if (step === undefined) return type === 'record' && keyType?._zod.values === undefined;
  const next = type === 'object' ? shape?.[step] : type === 'record' ? valueType : element;
  return next !== undefined && isFreeMap(next, rest);
}

const mapShape = (shape: Record<string, z.ZodType>, change: (one: z.ZodType) => z.ZodType) =>
  Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, change(one)]));
