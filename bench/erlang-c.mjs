/** The mean wait at a desk where everybody can do everything, exactly (M/M/c): no desk can do better on average. */

/** The share of callers who wait, by the recursion of Erlang's B, which never overflows. */
export function erlangC(servers, load) {
  const offered = servers * load;
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (offered * blocked) / (count + offered * blocked);
  return blocked / (1 - load + load * blocked);
}

/** In the unit of `service`, over all who come. `load` is the share of the servers that is busy, below 1. */
export const meanWait = ({ servers, load, service }) => (erlangC(servers, load) * service) / (servers * (1 - load));
