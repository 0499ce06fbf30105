/** A name for one sending, kept over all tries. Host pages without TLS have no `crypto.randomUUID`. */
export function newTxnId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
