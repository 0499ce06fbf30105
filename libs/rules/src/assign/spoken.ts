/** Which languages anybody of a group has: only those are asked for. */
import type { StaffV1 } from '@trunkline/contracts';

export class Spoken {
  private readonly counts = new Map<string, Map<string, number>>();

  has(group: string, language: string): boolean {
    return (this.counts.get(group)?.get(language) ?? 0) > 0;
  }

  /** Gives the groups where a language is now spoken that was not, or no longer is. */
  change(before: StaffV1 | null, now: StaffV1 | null): string[] {
    const groups = [...new Set([...(before?.groups ?? []), ...(now?.groups ?? [])])];
    const was = groups.map((group) => this.spokenIn(group));
    if (before) this.count(before, -1);
    if (now) this.count(now, 1);
    return groups.filter((group, at) => this.spokenIn(group) !== was[at]);
  }

  private spokenIn(group: string): string {
    const counts = [...(this.counts.get(group) ?? [])];
    return counts
      .flatMap(([language, count]) => (count > 0 ? [language] : []))
      .sort()
      .join();
  }

  private count({ groups, skills }: StaffV1, by: 1 | -1): void {
    const languages = Object.keys(skills).filter((skill) => skill.startsWith('lang-'));
    for (const group of new Set(groups)) {
      const known = this.counts.get(group) ?? new Map<string, number>();
      this.counts.set(group, known);
      for (const language of languages) known.set(language, (known.get(language) ?? 0) + by);
    }
  }
}
