import { putOrganisation } from '@dualtrack/accounts/server';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { ImportBundle } from '../../import/index.ts';
import { publishDirectory } from '../publish-directory.ts';
import { writeEnterpriseRows } from './enterprise-rows.ts';
import { writeSchoolRows } from './school-rows.ts';

/** An organisation with rows in a bundle. */
type Home = { id: string; code: string; kind: 'school' | 'enterprise' | 'authority' };

/**
 * Writes a whole checked bundle in one transaction, home by home: all of it is kept, or nothing. Organisations that
 * are new are registered. Returns the ids of the organisations by credit code.
 */
export async function writeBundle(
  kernel: Kernel,
  bundle: ImportBundle,
  known: ReadonlyMap<string, { id: string; kind: Home['kind'] }>,
  onWritten: (rows: number) => void,
): Promise<Map<string, string>> {
  const homes = homesOf(bundle, known);
  const first = homes[0];
  if (first === undefined) return new Map();
  await asSystem(kernel, first.id, async (context) => {
    for (const home of homes) {
      await context.within({ tenant: home.id, enterprise: null }, (inner) =>
        writeHome(inner, bundle, home, onWritten),
      );
    }
  });
  return new Map(homes.map((home) => [home.code, home.id]));
}

function homesOf(
  bundle: ImportBundle,
  known: ReadonlyMap<string, { id: string; kind: Home['kind'] }>,
): Home[] {
  const homes = new Map([...known].map(([code, one]) => [code, { code, ...one }]));
  for (const row of bundle.organisations) {
    if (!homes.has(row.creditCode)) {
      homes.set(row.creditCode, { code: row.creditCode, id: newId(), kind: row.kind });
    }
  }
  const named = new Set([
    ...bundle.organisations.map((row) => row.creditCode),
    ...[bundle.programmes, bundle.teachers, bundle.cohorts, bundle.students, bundle.calendar].flatMap(
      (rows) => rows.map((row) => row.schoolCode),
    ),
    ...[
      bundle.sites,
      bundle.posts,
      bundle.capacity,
      bundle.staffing,
      bundle.headcount,
      bundle.projects,
      bundle.workstations,
      bundle.mentors,
    ].flatMap((rows) => rows.map((row) => row.enterpriseCode)),
  ]);
  return [...homes.values()].filter((home) => named.has(home.code));
}

async function writeHome(
  context: TransactionContext<unknown>,
  bundle: ImportBundle,
  home: Home,
  onWritten: (rows: number) => void,
): Promise<void> {
  const row = bundle.organisations.find((one) => one.creditCode === home.code);
  if (row !== undefined) {
    await putOrganisation(context, {
      id: home.id,
      kind: row.kind,
      code: row.creditCode,
      name: row.name,
      nameEn: row.nameEn ?? row.name,
      regionCode: row.regionCode,
      isIllustrative: row.illustrative,
    });
    await sql`insert into organisation_profile (tenant_id, legal_representative, address, industry_section, school_level, profile, source, changed_at)
      values (${context.tenant}, ${row.legalRepresentative ?? ''}, ${row.address ?? ''}, ${row.industrySection}, ${row.schoolLevel}, ${row.profile ?? ''}, 'import', ${context.now})
      on conflict (tenant_id) do update set legal_representative = excluded.legal_representative, address = excluded.address,
        industry_section = excluded.industry_section, school_level = excluded.school_level, profile = excluded.profile,
        source = excluded.source, changed_at = excluded.changed_at`.execute(context.transaction.plain);
    onWritten(1);
  }
  if (home.kind === 'school') {
    await writeSchoolRows(context, bundle, home.code, onWritten);
    await publishDirectory(context);
  }
  if (home.kind === 'enterprise') await writeEnterpriseRows(context, bundle, home.code, onWritten);
}
