/** The open tabs of this replica: each is read on from its own last line, so what it shows has no gap. */
import type { ChatLine } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import { readOn, type Whose } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';

/** One open tab. `last` is the last line it was sent. */
export type Tab = Whose & { last: number; send(line: ChatLine): void; typing(): void };

const linesAtOnce = 100;
const tabsAtOnce = 200;
/** A hint may be lost; this long at most, and every open tab is read on anyway. */
const sweepMs = 10_000;
const retryMs = 1_000;

export class ChatRoom {
  private readonly tabs = new Map<string, Set<Tab>>();
  private readonly due = new Set<Tab>();
  private reading: Promise<void> | undefined;
  private readonly sweep: NodeJS.Timeout;

  constructor(private readonly desk: Desk<WebchatConfig>) {
    this.sweep = setInterval(() => this.readAllAgain(), sweepMs).unref();
  }

  /** From now on the tab gets what it lacks. */
  enter(tab: Tab): void {
    const of = this.tabs.get(nameOf(tab)) ?? new Set();
    this.tabs.set(nameOf(tab), of.add(tab));
    this.readLater([tab]);
  }

  leave(tab: Tab): void {
    const of = this.tabs.get(nameOf(tab));
    of?.delete(tab);
    if (of?.size === 0) this.tabs.delete(nameOf(tab));
    this.due.delete(tab);
  }

  /** Whether a tab of this chat is open here. */
  isOpen(whose: Whose): boolean {
    return this.tabs.has(nameOf(whose));
  }

  /** The chats of which a tab is open here. */
  open(): Whose[] {
    return [...this.tabs.values()].flatMap(([tab]) => (tab ? [{ account: tab.account, address: tab.address }] : []));
  }

  /** Something new stands in this chat. */
  moved(whose: Whose): void {
    this.readLater(this.tabs.get(nameOf(whose)) ?? []);
  }

  typing(whose: Whose): void {
    for (const tab of this.tabs.get(nameOf(whose)) ?? []) tab.typing();
  }

  /** After a (re)join of the replica's group, which starts at the end: nobody knows what was missed. */
  readAllAgain(): void {
    for (const tabs of this.tabs.values()) this.readLater(tabs);
  }

  async close(): Promise<void> {
    clearInterval(this.sweep);
    this.tabs.clear();
    this.due.clear();
    await this.reading;
  }

  private readLater(tabs: Iterable<Tab>): void {
    for (const tab of tabs) this.due.add(tab);
    if (this.due.size > 0) this.reading ??= this.readAll().finally(() => (this.reading = undefined));
  }

  /** One statement for all that wait, one statement at a time: a storm of reconnects does not become one of queries. */
  private async readAll(): Promise<void> {
    while (this.due.size > 0) {
      const tabs = [...this.due].slice(0, tabsAtOnce);
      for (const tab of tabs) this.due.delete(tab);
      try {
        await this.readFor(tabs);
      } catch {
        this.comeBackTo(tabs); // Postgres is away: the tabs wait, and lose nothing
        return;
      }
    }
  }

  private async readFor(tabs: Tab[]): Promise<void> {
    const readers = tabs.map(({ account, address, last }) => ({ account, address, after: last }));
    const counts = new Map<Tab, number>();
    for (const { reader, line } of await readOn(this.desk.postgres, readers, linesAtOnce)) {
      const tab = tabs[reader] as Tab;
      tab.last = line.sequence;
      tab.send(line);
      counts.set(tab, (counts.get(tab) ?? 0) + 1);
    }
    for (const [tab, count] of counts) if (count === linesAtOnce && this.isHere(tab)) this.due.add(tab);
  }

  private comeBackTo(tabs: Tab[]): void {
    setTimeout(() => this.readLater(tabs.filter((tab) => this.isHere(tab))), retryMs).unref();
  }

  private isHere(tab: Tab): boolean {
    return this.tabs.get(nameOf(tab))?.has(tab) ?? false;
  }
}

const nameOf = ({ account, address }: Whose) => `${account} ${address}`;

const rooms = new WeakMap<Desk<WebchatConfig>, ChatRoom>();

/** The one room of a desk: its sockets and its consumer meet here. */
export function roomOf(desk: Desk<WebchatConfig>): ChatRoom {
  const room = rooms.get(desk) ?? new ChatRoom(desk);
  rooms.set(desk, room);
  return room;
}
