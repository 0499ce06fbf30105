/** One address before several replicas, as a Service of Kubernetes: lines in turn to those that say that they are ready. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

type Behind = { url: string; isReady: boolean };

const lookEachMs = 1_000;

export class ServiceDoor {
  private readonly behind = new Map<string, Behind>();
  private readonly lines = new Set<Socket>();
  private readonly server: Server;
  private readonly looking: NodeJS.Timeout;
  private turn = 0;

  private constructor() {
    this.server = createServer({ noDelay: true }, (near) => this.pass(near));
    this.looking = setInterval(() => void this.look(), lookEachMs);
  }

  static async open(): Promise<ServiceDoor> {
    const door = new ServiceDoor();
    await new Promise<void>((ready) => door.server.listen(0, '127.0.0.1', ready));
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** It gets its first line once it is ready. */
  add(url: string): void {
    this.behind.set(url, { url, isReady: false });
  }

  /** Its process is gone; that it is going, the door heard from itself. */
  remove(url: string): void {
    this.behind.delete(url);
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    for (const line of this.lines) line.destroy();
    await new Promise((done) => this.server.close(done));
  }

  async look(): Promise<void> {
    const asked = [...this.behind.values()].map(async (one) => {
      const asking = fetch(`${one.url}/health/ready`, { signal: AbortSignal.timeout(lookEachMs) });
      one.isReady = await asking.then(
        ({ ok }) => ok,
        () => false,
      );
    });
    await Promise.all(asked);
  }

  private pass(near: Socket): void {
    const ready = [...this.behind.values()].filter(({ isReady }) => isReady);
    this.turn += 1;
    const chosen = ready[this.turn % ready.length];
    if (!chosen) {
      near.resetAndDestroy();
      return;
    }
    const { hostname, port } = new URL(chosen.url);
    const far = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.lines.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => this.lines.delete(one));
      one.pipe(other);
    }
  }
}
