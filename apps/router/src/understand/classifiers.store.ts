/** All SQL of the classifier's versions. A version never changes; the newest of the taxonomy in force judges. */
import type { AgentId, ClassifierVersion, FittedBecause } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

const columns = `
  version, to_json(at) AS at, because, by, policy_version AS "policyVersion", texts, labels, corrections,
  accuracy, calibration_error AS "calibrationError", fit_ms AS "fitMs", length(model) AS bytes, sha256`;

export type NewVersion = Omit<ClassifierVersion, 'version' | 'at' | 'bytes'> & {
  basis: string;
  taxonomy: string;
  by: AgentId | null;
  because: FittedBecause;
  model: Uint8Array;
};

/** Undefined where the same was fitted before, by whomever. Two replicas that fitted it at once give it one number. */
export async function insertVersion(tx: Tx, fitted: NewVersion): Promise<number | undefined> {
  await tx.query('LOCK TABLE classifier IN EXCLUSIVE MODE');
  const [row] = await tx.query<{ version: number }>(
    `INSERT INTO classifier (basis, taxonomy, because, by, policy_version, texts, labels, corrections, accuracy,
       calibration_error, fit_ms, sha256, model)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
      WHERE NOT EXISTS (SELECT FROM classifier WHERE basis = $1) RETURNING version`,
    [
      fitted.basis,
      fitted.taxonomy,
      fitted.because,
      fitted.by,
      fitted.policyVersion,
      fitted.texts,
      fitted.labels,
      fitted.corrections,
      fitted.accuracy,
      fitted.calibrationError,
      fitted.fitMs,
      fitted.sha256,
      Buffer.from(fitted.model),
    ],
  );
  return row?.version;
}

/** The newest version fitted to this taxonomy, else the newest of all: better an older one than none. */
export async function newestVersion(
  postgres: Postgres,
  taxonomy: string,
): Promise<{ version: number; taxonomy: string } | undefined> {
  const [row] = await postgres.query<{ version: number; taxonomy: string }>(
    'SELECT version, taxonomy FROM classifier ORDER BY (taxonomy = $1) DESC, version DESC LIMIT 1',
    [taxonomy],
  );
  return row;
}

export async function readModel(postgres: Postgres, version: number): Promise<Buffer> {
  const [row] = await postgres.query<{ model: Buffer }>('SELECT model FROM classifier WHERE version = $1', [version]);
  return row!.model;
}

export function listVersions(postgres: Postgres): Promise<ClassifierVersion[]> {
  return postgres.query<ClassifierVersion>(`SELECT ${columns} FROM classifier ORDER BY version DESC LIMIT 100`);
}

export async function isFitted(postgres: Postgres, basis: string): Promise<boolean> {
  return (await postgres.query('SELECT FROM classifier WHERE basis = $1', [basis])).length > 0;
}
