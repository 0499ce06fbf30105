/** Looks at every request that this journey makes: how many there were, and which were not answered, or with a 5xx. */
export type Watched = { all: number; failed: string[]; stop(): void };

export function watchRequests(doors: readonly string[]): Watched {
  const real = globalThis.fetch;
  const watched: Watched = {
    all: 0,
    failed: [],
    stop: () => {
      globalThis.fetch = real;
    },
  };
  globalThis.fetch = async (input, how) => {
    const url = String(input);
    if (!doors.some((door) => url.startsWith(door))) return real(input, how);
    watched.all += 1;
    const began = Date.now();
    const note = (why: string) => {
      const at = new Date(began).toISOString().slice(14, 23);
      watched.failed.push(
        `${at} ${how?.method ?? 'GET'} ${new URL(url).pathname}: ${why}, after ${Date.now() - began} ms`,
      );
    };
    try {
      const answer = await real(input, how);
      if (answer.status >= 500) note(`${answer.status} ${(await answer.clone().text()).slice(0, 120)}`);
      return answer;
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
      note(`${message} ${cause?.code ?? ''} ${cause?.message ?? ''}`);
      throw error;
    }
  };
  return watched;
}
