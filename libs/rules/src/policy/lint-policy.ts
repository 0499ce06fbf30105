/** Finds what in a policy does not hold together, before it is published: names that lead nowhere, circles. */
import type { PolicyV1 } from '@trunkline/contracts';
import { readCalendar } from '../deadline/read-calendar.ts';

/** One sentence for each fault; none where the policy holds. */
export function lintPolicy(policy: PolicyV1): string[] {
  const queues = new Set(policy.queues.map((queue) => queue.code));
  const labels = policy.taxonomy.topics.flatMap((topic) => topic.labels.map((label) => label.code));
  const topics = new Set(policy.taxonomy.topics.map((topic) => topic.code));
  return [
    ...twice(policy.queues.map((queue) => queue.code)).map((code) => `queue ${code} is there twice`),
    ...twice(labels).map((code) => `label ${code} is there twice`),
    ...policy.queues
      .filter((queue) => !(queue.calendar in policy.calendars))
      .map((queue) => `queue ${queue.code} names the calendar ${queue.calendar}, which is not there`),
    ...policy.queues
      .filter((queue) => queue.widensTo !== null && !queues.has(queue.widensTo))
      .map((queue) => `queue ${queue.code} widens to ${queue.widensTo}, which is not there`),
    ...deadCalendars(policy),
    ...circles(policy).map((circle) => `queues widen in a circle: ${circle.join(' → ')}`),
    ...policy.routing.rules.flatMap((rule, at) => [
      ...(queues.has(rule.queue) ? [] : [`routing rule ${at + 1} leads to ${rule.queue}, which is not there`]),
      ...(rule.label && !labels.includes(rule.label)
        ? [`routing rule ${at + 1} names the label ${rule.label}, which is not there`]
        : []),
      ...(rule.topic && !topics.has(rule.topic)
        ? [`routing rule ${at + 1} names the topic ${rule.topic}, which is not there`]
        : []),
    ]),
    ...(queues.has(policy.routing.otherwise)
      ? []
      : [`routing otherwise leads to ${policy.routing.otherwise}, which is not there`]),
  ];
}

const twice = (codes: string[]): string[] => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];

function circles(policy: PolicyV1): string[][] {
  const next = new Map(policy.queues.map((queue) => [queue.code, queue.widensTo]));
  return policy.queues.flatMap((queue) => {
    const way = [queue.code];
    for (let at = next.get(queue.code); at; at = next.get(at)) {
      if (at === queue.code) return [[...way, at]];
      if (way.includes(at)) return [];
      way.push(at);
    }
    return [];
  });
}

/** A limit in a calendar that never opens would never be due. */
function deadCalendars(policy: PolicyV1): string[] {
  return Object.entries(policy.calendars).flatMap(([code, calendar]) => {
    const read = readCalendar(calendar);
    if (read.ok) return [];
    return read.because === 'no-such-zone'
      ? [`calendar ${code} names the zone ${calendar.tz}, which is not there`]
      : [`calendar ${code} is never open`];
  });
}
