/** Says in our words what a Kafka client's error means for us. */

/**
 * `broker-away`: heals when the broker is back; `unknown-topic`: the log was wiped, or is not yet made;
 * `too-large`: the broker refuses this record for ever; `rebuild`: this client is of no more use, a new one is;
 * `defect`: ours or the client's.
 */
export type Trouble = 'broker-away' | 'unknown-topic' | 'too-large' | 'rebuild' | 'defect';

type ClientError = { name?: string; type?: string; retriable?: boolean; cause?: unknown; originalError?: unknown };

const byType: Record<string, Trouble> = {
  UNKNOWN_TOPIC_OR_PARTITION: 'unknown-topic',
  MESSAGE_TOO_LARGE: 'too-large',
  RECORD_LIST_TOO_LARGE: 'too-large',
  INVALID_RECORD: 'too-large',
  LEADER_NOT_AVAILABLE: 'broker-away',
  NOT_LEADER_FOR_PARTITION: 'broker-away',
  BROKER_NOT_AVAILABLE: 'broker-away',
  GROUP_COORDINATOR_NOT_AVAILABLE: 'broker-away',
  NOT_COORDINATOR_FOR_GROUP: 'broker-away',
  GROUP_LOAD_IN_PROGRESS: 'broker-away',
  COORDINATOR_LOAD_IN_PROGRESS: 'broker-away',
  NOT_ENOUGH_REPLICAS: 'broker-away',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'broker-away',
  NETWORK_EXCEPTION: 'broker-away',
  REQUEST_TIMED_OUT: 'broker-away',
};

const byName: Record<string, Trouble> = {
  KafkaJSConnectionError: 'broker-away',
  KafkaJSConnectionClosedError: 'broker-away',
  KafkaJSRequestTimeoutError: 'broker-away',
  KafkaJSBrokerNotFound: 'broker-away',
  KafkaJSNoBrokerAvailableError: 'broker-away',
  KafkaJSLockTimeout: 'broker-away',
  KafkaJSTopicMetadataNotLoaded: 'unknown-topic',
  KafkaJSMetadataNotLoaded: 'unknown-topic',
};

export function nameTrouble(error: unknown): Trouble {
  const known = causes(error).map(({ type, name }) => byType[type ?? ''] ?? byName[name ?? '']);
  const named = known.find(Boolean);
  if (named) return named;
  return causes(error).some(isRetriable) ? 'rebuild' : 'defect';
}

function isRetriable({ name, type, retriable }: ClientError): boolean {
  return (
    retriable === true ||
    name === 'KafkaJSNumberOfRetriesExceeded' ||
    // sequence and epoch errors end a producer, not a service
    /SEQUENCE|PRODUCER|EPOCH|FENCED|MEMBER|GENERATION|REBALANCE/.test(type ?? '')
  );
}

/** The error and what caused it, innermost first: the client wraps the telling one. */
function causes(error: unknown): ClientError[] {
  const found: ClientError[] = [];
  for (let at = error as ClientError | undefined; at && found.length < 8; ) {
    found.unshift(at);
    at = (at.cause ?? at.originalError) as ClientError | undefined;
  }
  return found;
}
