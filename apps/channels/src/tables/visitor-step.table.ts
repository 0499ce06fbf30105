/** A page that a visitor walked, or an event that the page told of. */
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('visitor_step')
@Unique('visitor_step_once', ['account', 'address', 'at', 'kind', 'url'])
@Check('visitor_step_kind_check', `kind IN ('page', 'event')`)
export class VisitorStepRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') account!: string;
  @Column('text') address!: string;
  @Index('visitor_step_at')
  @Column('timestamptz')
  at!: Date;
  @Column('text') kind!: 'page' | 'event';
  @Column('text') url!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('jsonb', { name: 'step_values', default: {} }) values!: Record<string, string | number | boolean>;
}
