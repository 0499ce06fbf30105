/** Says what TypeORM would have to change so that a migrated schema fits the entities: nothing, if both are right. */
import type { Service } from '@trunkline/contracts';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

/** For specs, as the owner. Leave partitioned tables out: TypeORM does not know them. */
export async function compareSchema(options: {
  ownerUrl: string;
  service: Service;
  tables: EntityTarget<ObjectLiteral>[];
}): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: options.ownerUrl,
    schema: options.service,
    entities: options.tables as (new () => ObjectLiteral)[],
    extra: { options: `-c search_path=${options.service}` },
    installExtensions: false,
    poolSize: 1,
  });
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
