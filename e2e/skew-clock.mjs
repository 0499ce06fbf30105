/** Loaded into a service before anything else (`--import`): its own clock is wrong by so many milliseconds. */
const service = /apps\/(\w+)\//.exec(process.argv[1] ?? '')?.[1] ?? '';
const skewMs = Number(process.env[`SKEW_MS_${service.toUpperCase()}`] ?? 0);
const RightDate = Date;

globalThis.Date = class extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + skewMs);
    else super(...given);
  }

  static now() {
    return RightDate.now() + skewMs;
  }
};
