/** A version of the classifier: what it was fitted to, how it does on texts held back, and the model itself. */
import type { FittedBecause } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('classifier')
@Unique('classifier_basis_key', ['basis'])
@Index('classifier_of', ['taxonomy', 'version'])
export class ClassifierRow {
  @PrimaryColumn('integer', {
    primaryKeyConstraintName: 'classifier_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  version!: number;
  /** Digest of taxonomy and approved corrections: the same are never fitted twice. */
  @Column('text') basis!: string;
  /** Digest of the taxonomy alone: the newest version of the one in force judges. */
  @Column('text') taxonomy!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') because!: FittedBecause;
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('integer') policy_version!: number;
  @Column('integer') texts!: number;
  @Column('integer') labels!: number;
  @Column('integer') corrections!: number;
  @Column('real') accuracy!: number;
  @Column('real') calibration_error!: number;
  @Column('integer') fit_ms!: number;
  @Column('text') sha256!: string;
  @Column('bytea') model!: Buffer;
}
