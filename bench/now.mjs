/** Milliseconds of the wall clock, finer than a millisecond. */
export const now = () => performance.timeOrigin + performance.now();
