import { readdir, readFile } from 'node:fs/promises';
import { registerOrganisation } from '@dualtrack/accounts/server';
import { importFiles } from '@dualtrack/organisations/server';
import { grantPartnership } from '@dualtrack/platform/access';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import type { Kernel } from '@dualtrack/platform/operation';
import { modules } from '../modules.ts';
import { addExamplePeople, type ExamplePerson, examplePeople } from './people.ts';
import { playHistory } from './play-history.ts';
import { playRecord } from './play-record.ts';
import { playTalents } from './play-talents.ts';
import { castOf, setStage } from './stage.ts';

const folder = new URL('../../../../examples/yizhou-dingyuan/', import.meta.url);
const codes = {
  school: '12650599EXAMPLE112',
  enterprise: '91650599EXAMPLE2XL',
  authority: '11650599EXAMPLE38W',
};

/** Homes of the example by who they belong to. */
export type ExampleHomes = Readonly<Record<ExamplePerson['home'], string>>;

/**
 * Loads the illustrative cooperation: the office files are imported as anybody would import them, the people are
 * made members, and what happened so far is done again by the product's own operations.
 * `settle` waits until events and long runs have been worked off.
 */
export async function loadExample(kernel: Kernel, settle: () => Promise<void>): Promise<ExampleHomes> {
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|csv)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, source: await readFile(new URL(name, folder)) })),
  );
  const outcome = await importFiles(kernel, files, { tenant: null });
  if (!outcome.ok) throw new Error(`the example has ${outcome.errors} errors`);
  const home = (code: string): string => {
    const id = outcome.organisations.get(code);
    if (id === undefined) throw new Error(`the example lacks the organisation ${code}`);
    return id;
  };
  const homes = {
    school: home(codes.school),
    enterprise: home(codes.enterprise),
    authority: home(codes.authority),
    host: newId(),
  };
  await registerOrganisation(kernel, {
    id: homes.host,
    kind: 'host',
    code: 'HOST',
    name: '平台运营',
    nameEn: 'Platform host',
    regionCode: null,
    isIllustrative: true,
  });
  await transact(kernel.pool, ownScope(homes.school), (transaction) =>
    grantPartnership(transaction, {
      school: homes.school,
      enterprise: homes.enterprise,
      validFrom: '2025-01-06',
    }),
  );
  await addExamplePeople(kernel, homes, examplePeople);
  await settle();
  const cast = await castOf(
    kernel,
    examplePeople.map((person) => person.signInName),
  );
  const stage = setStage(kernel, modules, cast);
  // The public record is another pair's: it waits for nobody here.
  await Promise.all([
    playHistory(stage, homes, settle).then(() => playTalents(stage, settle)),
    playRecord(kernel, modules),
  ]);
  return homes;
}
