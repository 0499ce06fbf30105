/** V27: nobody may write what another says, nor read what is none of theirs. */
import { services, topicNames, topics } from '@trunkline/contracts';
import { rightsOf } from './rights-of.ts';

const lines = (service: (typeof services)[number]) =>
  rightsOf(service, { prefix: 'x-' }).map(
    ({ resource, name, isPrefix, operation }) => `${operation} ${resource} ${name}${isPrefix ? '*' : ''}`,
  );

test('the rights of sla, whole', () =>
  expect(lines('sla')).toEqual([
    'write topic x-deadlines',
    'describe topic x-deadlines',
    'read topic x-conversations',
    'read topic x-deliveries',
    'read topic x-agents',
    'read topic x-settings',
    'read group x-sla',
    'read group x-sla.*',
    'describe group x-gateway',
    'describe group x-router',
  ]));

test.each(services)('%s writes exactly what the table of topics says', (service) => {
  const may = lines(service).filter((line) => line.startsWith('write '));
  const should = topicNames.filter((name) => (topics[name].writers as readonly string[]).includes(service));
  expect(may).toEqual(should.map((name) => `write topic x-${name}`));
});
