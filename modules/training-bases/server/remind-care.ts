import { mailAddressesOf, membersOf, schoolHomes, sendNotice } from '@dualtrack/accounts/server';
import { type Locale, phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { type CareItem, careItems } from './need-attention.ts';
import type { TrainingBasesTables } from './tables.ts';

const readers = ['enterprise-hr', 'project-lead'];

/**
 * Writes to the office and project leads of an enterprise what runs out soon at its bases: once for each thing and day by
 * which it is due. Said again on the same day it does nothing. Answers how many things were written of.
 */
export async function remindCare(kernel: Kernel): Promise<number> {
  let told = 0;
  for (const home of await schoolHomes(kernel)) {
    // The mark is kept before the mail goes: a mail may be lost, but nobody is written to twice.
    const fresh = await asSystem<TrainingBasesTables, CareItem[]>(kernel, home, (context) => keep(context));
    for (const enterpriseId of new Set(fresh.map((one) => one.enterpriseId))) {
      const own = fresh.filter((one) => one.enterpriseId === enterpriseId);
      await asSystem<TrainingBasesTables, void>(kernel, enterpriseId, (context) => write(context, own));
      told += own.length;
    }
  }
  return told;
}

async function keep(context: TransactionContext<TrainingBasesTables>): Promise<CareItem[]> {
  const items = await careItems(context);
  if (items.length === 0) return [];
  const kept = await context.db
    .insertInto('baseReminder')
    .values(
      items.map(({ id, due, enterpriseId }) => ({
        ...{ tenantId: context.tenant, enterpriseId, subjectId: id, dueOn: due, sentAt: context.now },
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenantId', 'subjectId', 'dueOn']).doNothing())
    .returning('subjectId')
    .execute();
  const fresh = new Set(kept.map((one) => one.subjectId));
  return items.filter((one) => fresh.has(one.id));
}

async function write(
  context: TransactionContext<TrainingBasesTables>,
  items: readonly CareItem[],
): Promise<void> {
  const members = (await membersOf(context)).filter((one) => readers.includes(one.role));
  const people = await mailAddressesOf(
    context,
    members.map((one) => one.personId),
  );
  for (const to of people) {
    const { locale } = to;
    const params = { name: to.name, count: items.length, list: listIn(locale, items) };
    await sendNotice(
      context.kernel,
      to,
      {
        subject: phrase(locale, 'training-bases', 'care.mail.subject', params),
        text: phrase(locale, 'training-bases', 'care.mail.text', {
          ...params,
          link: `${publicAddress(context.kernel)}/bases`,
        }),
      },
      'reminder of inspections',
    );
  }
}

function listIn(locale: Locale, items: readonly CareItem[]): string {
  const nameIn = (name: string, nameEn: string) => (locale === 'en' && nameEn !== '' ? nameEn : name);
  return items
    .map((one) =>
      phrase(locale, 'training-bases', `care.mail.${one.kind}`, {
        ...{ name: nameIn(one.name, one.nameEn), note: one.note, day: one.due },
        base: nameIn(one.baseName, one.baseNameEn),
      }),
    )
    .join('\n');
}
