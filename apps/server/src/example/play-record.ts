import { readFile } from 'node:fs/promises';
import { type AccountsTables, addMember, hashPassword, putOrganisation } from '@dualtrack/accounts/server';
import { contract as agreements } from '@dualtrack/agreements/contract';
import { grantPartnership } from '@dualtrack/platform/access';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel, type ServerModule } from '@dualtrack/platform/operation';
import { examplePassword, recordKeeper } from './people.ts';
import { playRecordCeremony } from './play-ceremony.ts';
import { recordSchema } from './record.ts';
import { castOf, setStage } from './stage.ts';

const file = new URL('../../../../examples/record-2025-03-12/record.json', import.meta.url);
/** Who keeps the public record here; nobody of the two parties has an account. */
const keeper = recordKeeper.signInName;

/**
 * Registers the public record of 12 March 2025 as an agreement signed elsewhere, between two organisations that
 * carry their public names and nothing else: no codes, no figures, no signature in anybody's name.
 */
export async function playRecord(
  kernel: Kernel,
  modules: readonly ServerModule[],
): Promise<{ slug: string }> {
  const record = recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const passwordHash = await hashPassword(examplePassword);
  const homes = { school: newId(), enterprise: newId() };
  for (const { side, name, nameEn } of record.parties) {
    const id = homes[side];
    await asSystem<AccountsTables, void>(kernel, id, async (context) => {
      await putOrganisation(context, {
        id,
        kind: side,
        // The record gives no credit code, and none is invented: this only tells the two apart.
        code: `record-2025-03-12-${side}`,
        name: name ?? nameEn,
        nameEn,
        regionCode: null,
        isIllustrative: false,
      });
      if (side !== 'school') return;
      const title = '公开记录登记';
      await addMember(context, {
        signInName: keeper,
        name: title,
        title,
        role: 'school-office',
        passwordHash,
      });
    });
  }
  await transact(kernel.pool, ownScope(homes.school), (transaction) =>
    grantPartnership(transaction, { ...homes, validFrom: record.ceremony.on }),
  );
  const person = new Map(record.persons.map((one) => [one.id, { zh: null, en: one.nameEn }]));
  const who = (id: string) => person.get(id) ?? { zh: null, en: id };
  const english = (en: string) => ({ zh: null, en });
  const stage = setStage(kernel, modules, await castOf(kernel, [keeper]));
  const { ceremony } = record;
  const source = 'Public report of the signing ceremony, 12 March 2025';
  const { id: agreementId } = await stage.act(agreements.register, keeper, ceremony.on, {
    partnerId: homes.enterprise,
    title: record.agreement.title ?? '',
    titleEn: record.agreement.titleEn,
    validFrom: null,
    validTo: null,
    source,
    facts: {
      parties: record.parties.map(({ side, name, nameEn }) => ({ side, name: { zh: name, en: nameEn } })),
      persons: record.persons.map(({ id, party, posts }) => ({
        side: party,
        name: who(id),
        posts: posts.map(english),
      })),
      ceremony: {
        on: ceremony.on,
        timeOfDay: ceremony.timeOfDay,
        place: english(ceremony.placeEn),
        presider: who(ceremony.presider),
        alsoPresent: ceremony.alsoPresent.map((one) => ({ side: one.party, who: english(one.who) })),
        agenda: ceremony.agenda.map(({ kind, by, topics }) => ({
          kind,
          by: by.map(who),
          topics: (topics ?? []).map(english),
        })),
      },
      baseName: { zh: record.base.name, en: record.base.nameEn },
      statements: record.statements.map(({ by, summaryEn }) => ({
        by: who(by),
        summary: english(summaryEn),
      })),
      decisions: record.decisions.map((one) => english(one.textEn)),
    },
  });
  const place = { keeper, home: homes.school, enterpriseId: homes.enterprise, agreementId, source };
  return { slug: await playRecordCeremony(kernel, stage, record, place) };
}
