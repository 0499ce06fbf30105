/** A line between the house and a provider that a journey cuts and mends: TCP, either way, bytes as they come. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

type Place = { host: string; port: number };

export class BreakableLine {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  /** Kept while nobody listens there: whoever knocks is refused, as where a machine is gone. */
  port = 0;

  private constructor(private target: Place | null) {}

  /** `target` may be named later, when it is known. */
  static async open(target: Place | null = null): Promise<BreakableLine> {
    const line = new BreakableLine(target);
    await line.mend();
    return line;
  }

  leadTo(url: string): void {
    const { hostname, port } = new URL(url);
    this.target = { host: hostname, port: Number(port) };
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => (this.server ? this.server.close(done) : done(undefined)));
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    const server = createServer((near) => this.pass(near));
    await new Promise<void>((ready) => server.listen(this.port, '127.0.0.1', ready));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private pass(near: Socket): void {
    if (!this.target) {
      near.destroy();
      return;
    }
    const far = connect(this.target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
