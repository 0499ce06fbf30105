/** How far somebody walked a question tree in a conversation. */
import type { TreeStep } from '@trunkline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tree_walk')
export class TreeWalkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tree_walk_pkey' }) conversation_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'tree_walk_pkey' }) tree!: string;
  @Column('jsonb') path!: TreeStep[];
  @Column('boolean') is_ended!: boolean;
  @Column('uuid') by!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
