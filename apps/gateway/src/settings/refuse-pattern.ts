/** Why a pattern cannot be used by the engine that is linear in the text, or null where it can. */
import { RE2JS } from 're2js';

export function refusePattern(pattern: string): string | null {
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
