/** The checked-in documents say what the code says. `UPDATE_DOCUMENTS=1` writes them anew, for a person to read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { asyncApiDocument } from './asyncapi-document.ts';
import { deskFileDocument } from './desk-file.v1.ts';
import { openApiDocument } from './openapi-document.ts';

const documents: [string, () => unknown][] = [
  ['openapi.json', openApiDocument],
  ['asyncapi.json', asyncApiDocument],
  ['desk-file.schema.json', deskFileDocument],
];

test.each(documents)('api/%s is what the contracts give', (name, make) => {
  const file = new URL(`../api/${name}`, import.meta.url);
  const made = `${JSON.stringify(make(), null, 2)}\n`;
  if (process.env.UPDATE_DOCUMENTS) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('every reference of the OpenAPI document leads somewhere', () => {
  const document = openApiDocument() as { components: { schemas: Record<string, unknown> } };
  const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name as string,
  );
  expect(names.filter((name) => !(name in document.components.schemas))).toEqual([]);
});
