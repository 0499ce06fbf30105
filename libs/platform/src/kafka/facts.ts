/** The decorator that makes a controller's method hear facts. */
import { type ArgumentsHost, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { Fact, FactType } from '@trunkline/contracts';
import { type Observable, throwError } from 'rxjs';

/** `every: 'replica'`: each replica hears them, from the end, under a group of its own that commits nothing. */
export type HowToHear = { every: 'replica' };

/** Nest turns an error into "Internal server error"; the transport has to see the true one. */
@Catch()
class LetErrorsThrough implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

type Method<Type extends FactType> = (batch: Fact<Type>[]) => Promise<unknown>;
type Hears<Type extends FactType> = <M extends Method<Type>>(
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<M>,
) => void;

/**
 * The method takes the longest run of consecutive records it knows (≤ 500, one partition's, in order) and opens its own
 * transaction. It must be safe to call twice with the same facts, and roll back what it did when it throws: after a
 * throw the run is tried again in halves until the one at fault stands alone and is parked.
 */
export function Facts<const Type extends FactType>(...types: Type[]): Hears<Type>;
export function Facts<const Type extends FactType>(...typesAndHow: [...Type[], HowToHear]): Hears<Type>;
export function Facts(...given: (FactType | HowToHear)[]): Hears<FactType> {
  const types = given.filter((each): each is FactType => typeof each === 'string');
  const how = given.find((each): each is HowToHear => typeof each === 'object');
  return (target, name, descriptor) => {
    const unit = `${target.constructor.name}.${name}`;
    EventPattern(types, { unit, method: Symbol(unit), every: how?.every })(
      target,
      name,
      descriptor as TypedPropertyDescriptor<unknown>,
    );
    UseFilters(LetErrorsThrough)(target, name, descriptor as TypedPropertyDescriptor<unknown>);
  };
}
