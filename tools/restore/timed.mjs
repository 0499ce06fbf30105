/** Does a step and prints how long it took: the figures of a restore are worth as much as its success. */
export async function timed(what, step) {
  const began = Date.now();
  const result = await step();
  console.log(`${what.padEnd(44)} ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
