/** Who may ask which route, drawn from the routes themselves and the one policy of rights: `docs/rights.md` is this table. */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { type RequestMethod, RequestMethod as verbs } from '@nestjs/common';
import { type AgentId, newId, Role } from '@trunkline/contracts';
import { type Act, acts, may } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { ACT, SignedIn } from './sign-in/signed-in.ts';

type Controller = { prototype: Record<string, object> };
const roles = Role.options;

const routes: { line: string; act: Act | 'open' | undefined }[] = (
  Reflect.getMetadata('controllers', AppModule) as Controller[]
).flatMap((controller) => {
  const base = Reflect.getMetadata('path', controller) as string;
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const method = controller.prototype[name] as object;
    const verb = Reflect.getMetadata('method', method) as RequestMethod | undefined;
    if (verb === undefined) return [];
    const path = `/${base}/${Reflect.getMetadata('path', method)}`.replace(/\/+/g, '/').replace(/\/$/, '');
    const guards = [Reflect.getMetadata('__guards__', controller), Reflect.getMetadata('__guards__', method)].flat();
    const line = `${verbs[verb].toLowerCase()} ${path.replace('/v1', '').replace(/:(\w+)/g, '{$1}')}`;
    const act = Reflect.getMetadata(ACT, method) as Act | undefined;
    return { line, act: guards.includes(SignedIn) ? act : ('open' as const) };
  });
});

/** `yes` whatever group it is of, `group` where it is of an own one, else no. */
function rightOf(role: Role, act: Act): 'yes' | 'group' | 'no' {
  const person = { id: newId<AgentId>(), role, groups: ['own'], departments: ['own'], active: true };
  const { thing } = acts[act];
  const about = (group: string) =>
    thing === 'none' ? undefined : thing === 'person' ? { groups: [group] } : { queue: group, departments: [group] };
  if (may({ person, does: act, thing: about('another') }).ok) return 'yes';
  return may({ person, does: act, thing: about('own') }).ok ? 'group' : 'no';
}

function drawRow({ line, act }: (typeof routes)[number]): string {
  const cells = roles.map((role) => (act === 'open' || act === undefined ? 'yes' : rightOf(role, act)));
  return `| \`${line}\` | ${act ?? 'own'} | ${cells.join(' | ')} |`;
}

const head = `# Who may do what

Drawn from the gateway's routes and \`libs/rules/src/may\`. \`group\`: where the conversation, the group or the person is of
one's own groups, or the conversation is with oneself; of a department's member: where the ticket was handed to their
department, and nothing else. \`own\`: about oneself, or what everybody is told; \`open\`: asked before signing in. Who
follows what was escalated sees it besides. A journey asks every route in every role and holds the answers against this
page; \`every-push.int.spec.ts\` does the same with what is pushed to screens.

`;
const page = `${head}| route | act | ${roles.join(' | ')} |\n|${'---|'.repeat(roles.length + 2)}\n${routes.map(drawRow).sort().join('\n')}\n`;

test('A45 the page of rights is what the routes and the rules say', () => {
  const file = new URL('../../../docs/rights.md', import.meta.url);
  if (process.env.UPDATE_DOCUMENTS) writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

test('A45 every act that rules know of is asked somewhere or decides what is shown', () => {
  expect(routes.filter(({ act }) => act !== undefined && act !== 'open' && !(act in acts))).toEqual([]);
});
