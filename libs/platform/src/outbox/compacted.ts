/** Topics of which the newest record of each key stands for all before it. */
import { topicNames, topics } from '@trunkline/contracts';

export const compacted = topicNames.filter((name) => 'compacted' in topics[name]);
