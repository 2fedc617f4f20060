import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setDemoSignIns, setDemoTour } from '@dualtrack/accounts/server';
import { registeredTables } from '@dualtrack/platform/db';
import type { Kernel } from '@dualtrack/platform/operation';
import { loadExample } from './load-example.ts';
import { examplePassword, examplePeople, recordKeeper } from './people.ts';
import { tourOf } from './tour.ts';

/**
 * Loads the example on the first start of an empty database. A start that was killed while loading is recognised
 * by its mark, and what it left is thrown away before the example is loaded again.
 */
export async function loadExampleOnce(
  kernel: Kernel,
  tools: { settle(): Promise<void>; asOwner(statement: string): Promise<void> },
): Promise<boolean> {
  const { dataDir } = kernel.config;
  const [loading, loaded] = [join(dataDir, 'example.loading'), join(dataDir, 'example.loaded')];
  await mkdir(dataDir, { recursive: true });
  const { rows } = await kernel.pool.raw.query('select 1 from organisation limit 1');
  const isEmpty = rows.length === 0;
  if (!isEmpty && !existsSync(loading)) return false;
  await writeFile(loading, '');
  if (!isEmpty) {
    const tables = [...registeredTables()].filter(([, kind]) => kind !== 'reference').map(([name]) => name);
    await tools.asOwner(`truncate ${tables.join(', ')} cascade`);
  }
  await loadExample(kernel, tools.settle);
  await rename(loading, loaded);
  return true;
}

/** Shows the example sign-ins on the sign-in page, if the example is what this database holds. True if it is. */
export async function offerExampleSignIns(kernel: Kernel): Promise<boolean> {
  const { rows } = await kernel.pool.raw.query<{ kind: string; name: string; nameEn: string }>(
    'select kind, name, name_en as "nameEn" from organisation where is_illustrative',
  );
  if (!existsSync(join(kernel.config.dataDir, 'example.loaded'))) return false;
  const nameOf = (home: string) => rows.find((row) => row.kind === home);
  const record = await kernel.pool.raw.query<{ name: string; nameEn: string }>(
    'select name, name_en as "nameEn" from organisation where code like \'record-%-school\'',
  );
  setDemoSignIns([
    ...examplePeople.map((person) => ({
      name: person.signInName,
      password: examplePassword,
      personName: person.name === '' ? person.title : person.name,
      role: person.role,
      organisationName: nameOf(person.home)?.name ?? '',
      organisationNameEn: nameOf(person.home)?.nameEn ?? '',
    })),
    ...record.rows.map(({ name, nameEn }) => ({
      name: recordKeeper.signInName,
      password: examplePassword,
      personName: recordKeeper.name,
      role: recordKeeper.role,
      organisationName: name,
      organisationNameEn: nameEn,
    })),
  ]);
  setDemoTour(await tourOf(kernel));
  return true;
}
