/** Reads the JWT by which a host site vouches for its own user: HS256, this site's key, an hour at most. */
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Site } from './config.ts';

/** `promises.md` V11: a mark that holds for ever would be a password anybody may copy. */
const longestSeconds = 3600;
const toleranceSeconds = 10;

const Claims = z.object({
  sub: z.string().min(1).max(400),
  exp: z.number(),
  name: z.string().max(255).optional(),
  email: z.email().max(320).optional(),
});

export type HostUser = { sub: string; name: string | null; email: string | null; expiresAt: Date };

/** Null where no key of the site holds, or it lives too long, or names nobody. */
export async function readHostToken(jwt: string, { keys }: Site, now: Date): Promise<HostUser | null> {
  for (const key of keys) {
    const verified = await jwtVerify(jwt, key, {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: toleranceSeconds,
      currentDate: now,
    }).catch(() => null);
    const claims = Claims.safeParse(verified?.payload);
    if (!claims.success) continue;
    const { sub, exp, name = null, email = null } = claims.data;
    if (exp * 1000 > now.getTime() + (longestSeconds + toleranceSeconds) * 1000) return null;
    return { sub, name, email: email?.toLowerCase() ?? null, expiresAt: new Date(exp * 1000) };
  }
  return null;
}
