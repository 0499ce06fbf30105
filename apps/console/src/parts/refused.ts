/** What the gateway refused, with the reason people are told. */
export class Refused extends Error {
  constructor(
    readonly reason: string,
    readonly status: number,
    readonly values: Record<string, string | number> = {},
    readonly detail = '',
  ) {
    super(detail || reason);
  }
}
