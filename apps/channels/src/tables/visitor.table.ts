/** Somebody on a page who let themselves be seen there: no IP address, no cookie, nothing of other sites. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('visitor')
export class VisitorRow {
  @PrimaryColumn('text') account!: string;
  @PrimaryColumn('text') address!: string;
  @Column('int', { default: 1 }) visits!: number;
  @Column('text', { nullable: true }) referrer!: string | null;
  @Column('text', { name: 'search_term', nullable: true }) searchTerm!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('text', { nullable: true }) device!: string | null;
  @Column('timestamptz', { name: 'here_until', default: () => 'now()' }) hereUntil!: Date;
  @Index('visitor_last_seen')
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;
}
