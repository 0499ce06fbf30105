/** Makes the OpenAPI 3.1 document of `/v1` from the list of its routes. */
import { z } from 'zod';
import { Problem } from './desk-api.ts';
import { type V1Route, v1Routes } from './v1-routes.ts';

type Json = { [name: string]: unknown };

export function openApiDocument(): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of v1Routes) {
    const path = `/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method]: operation(route, components) };
  }
  refer(Problem, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trunkline',
      version: '1',
      description: 'The staff’s door. Every no is a problem (RFC 9457) with a stable type and a reason code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'trunkline_session' },
      },
    },
  };
}

function operation(route: V1Route, components: Json): Json {
  const status = String(route.status ?? 200);
  return {
    summary: route.summary,
    operationId: `${route.method}${route.path.replace(/\W+(\w)?/g, (_all, next: string | undefined) => (next ?? '').toUpperCase())}`,
    ...(route.isOpen ? { security: [] } : {}),
    parameters: parametersOf(route),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: refer(route.body, 'input', components) } },
          },
        }
      : {}),
    ...(route.isFileIn ? { requestBody: { required: true, content: { '*/*': { schema: bytes } } } } : {}),
    responses: {
      [status]: { description: 'Done', ...contentOf(route, components) },
      default: {
        description: 'Refused, with its reason',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const bytes = { type: 'string', format: 'binary' };

function contentOf(route: V1Route, components: Json): Json {
  if (route.isFile) return { content: { 'application/octet-stream': { schema: bytes } } };
  if (!route.answer) return {};
  return { content: { 'application/json': { schema: refer(route.answer, 'output', components) } } };
}

function parametersOf(route: V1Route): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(route.query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  const once = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key gives the same answer for 24 h',
    schema: { type: 'string' },
  };
  return [...inPath, ...inQuery, ...(route.isOnce ? [once] : [])];
}

/** A schema with an id becomes a component, so do those it is made of; others are written in place. */
function refer(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $schema, $defs, ...own } = z.toJSONSchema(schema, { io, reused: 'inline', unrepresentable: 'any' }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) components[name] = toComponents(definition);
  const id = schema.meta()?.id;
  if (!id) return toComponents(own) as Json;
  const { id: _id, ...rest } = toComponents(own) as Json;
  components[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}

function toComponents(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
