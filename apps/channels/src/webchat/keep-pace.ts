/** Says whether somebody may speak once more: at most so many in a stretch of time, counted per name. */

/** `takeBack`: it came to nothing, so it does not count. */
export type Pace = { kind: 'fine'; takeBack(): void } | { kind: 'too-many'; seconds: number };

export function keepPace({ most, withinMs }: { most: number; withinMs: number }): (name: string, now: number) => Pace {
  const spoken = new Map<string, number[]>();
  let sweptAt = 0;
  const forget = (name: string, time: number) => {
    const times = spoken.get(name) ?? [];
    const at = times.lastIndexOf(time);
    if (at >= 0) times.splice(at, 1);
  };
  return (name, now) => {
    if (now - sweptAt > withinMs) {
      for (const [each, times] of spoken) if ((times.at(-1) ?? 0) <= now - withinMs) spoken.delete(each);
      sweptAt = now;
    }
    const recent = (spoken.get(name) ?? []).filter((time) => time > now - withinMs);
    spoken.set(name, recent);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most)
      return { kind: 'too-many', seconds: Math.max(1, Math.ceil((oldest + withinMs - now) / 1000)) };
    recent.push(now);
    return { kind: 'fine', takeBack: () => forget(name, now) };
  };
}
