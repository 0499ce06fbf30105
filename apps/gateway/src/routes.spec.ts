/** The gateway's routes are those that the contracts name: none without a word there, none that is only promised. */
import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { v1Routes } from '@trunkline/contracts';
import { AppModule } from './app.module.ts';
import { SignedIn } from './sign-in/signed-in.ts';

type Controller = { prototype: Record<string, object> };
const controllers: Controller[] = Reflect.getMetadata('controllers', AppModule);

const routes = controllers.flatMap((controller) => {
  const base = Reflect.getMetadata('path', controller) as string;
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const method = controller.prototype[name] as object;
    const verb = Reflect.getMetadata('method', method) as RequestMethod | undefined;
    if (verb === undefined) return [];
    const path = `/${base}/${Reflect.getMetadata('path', method)}`.replace(/\/+/g, '/').replace(/\/$/, '');
    const guards = [Reflect.getMetadata('__guards__', controller), Reflect.getMetadata('__guards__', method)].flat();
    const named = path.replace(/:(\w+)/g, '{$1}');
    return { line: `${RequestMethod[verb].toLowerCase()} ${named}`, isOpen: !guards.includes(SignedIn) };
  });
});

test('API9 every route of the gateway stands in the contracts, and every one of theirs is there', () => {
  const promised = v1Routes.map(({ method, path }) => `${method} /v1${path}`);
  expect(routes.map(({ line }) => line).sort()).toEqual(promised.sort());
});

test('V7 what the contracts do not call open asks who is there', () => {
  const open = v1Routes.filter(({ isOpen }) => isOpen).map(({ method, path }) => `${method} /v1${path}`);
  expect(routes.flatMap(({ line, isOpen }) => (isOpen ? line : []))).toEqual(expect.arrayContaining(open));
  expect(routes.filter(({ isOpen }) => isOpen)).toHaveLength(open.length);
});
