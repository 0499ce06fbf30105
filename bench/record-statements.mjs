/** Writes down every statement that goes to Postgres, and says them again without anybody thinking. */

/** Used in the place of `Postgres`; `said` is a list of transactions and single statements. */
export function recordStatements(postgres) {
  const said = [];
  const recorder = {
    query: (sql, params) => {
      said.push({ alone: [sql, params] });
      return postgres.query(sql, params);
    },
    transaction: (work) => {
      const statements = [];
      said.push({ statements });
      return postgres.transaction((tx) =>
        work({
          ...tx,
          query: (sql, params) => {
            statements.push([sql, params]);
            return tx.query(sql, params);
          },
        }),
      );
    },
  };
  return { recorder, said };
}

/** `onEach(ms)` hears how long each transaction took, the reads before it included. */
export async function sayAgain(postgres, said, onEach) {
  let began = performance.now();
  for (const { alone, statements } of said) {
    if (alone) await postgres.query(...alone);
    else {
      await postgres.transaction(async (tx) => {
        for (const [sql, params] of statements) await tx.query(sql, params);
      });
      onEach(performance.now() - began);
      began = performance.now();
    }
  }
}
