/** What a client's errors mean for us. */
import { nameTrouble } from './name-trouble.ts';

const wrapped = (cause: object) => ({ name: 'KafkaJSNumberOfRetriesExceeded', cause });

test.each([
  ['a refused connection', { name: 'KafkaJSConnectionError' }, 'broker-away'],
  ['a refused connection after all retries', wrapped({ name: 'KafkaJSConnectionError' }), 'broker-away'],
  ['a coordinator that is not there yet', { type: 'GROUP_COORDINATOR_NOT_AVAILABLE' }, 'broker-away'],
  ['a topic that is gone', wrapped({ type: 'UNKNOWN_TOPIC_OR_PARTITION', retriable: true }), 'unknown-topic'],
  ['a record the broker will never take', { type: 'MESSAGE_TOO_LARGE' }, 'too-large'],
  ['a sequence out of order', { type: 'OUT_OF_ORDER_SEQUENCE_NUMBER', retriable: false }, 'rebuild'],
  ['an unknown producer', { type: 'UNKNOWN_PRODUCER_ID' }, 'rebuild'],
  ['retries that ran out for no known reason', wrapped({ name: 'Error' }), 'rebuild'],
  ['a TypeError in the client', new TypeError('x is undefined'), 'defect'],
  ['nothing', undefined, 'defect'],
])('%s', (_title, error, trouble) => {
  expect(nameTrouble(error)).toBe(trouble);
});
