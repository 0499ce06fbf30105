/** Hashes passwords with argon2id and compares them in a time that does not tell whether the account exists. */
import { hash, verify } from '@node-rs/argon2';

/** OWASP’s first choice for argon2id, which is this library’s default: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const nobody = hash('nobody has this password', cost);

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** `stored` null stands for an account that does not exist: as much work, and always no. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password).catch(() => false);
  return stored !== null && matches;
}
