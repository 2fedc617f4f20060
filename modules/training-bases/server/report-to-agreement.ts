import { agreementOf, type FactToReport, recordFact } from '@dualtrack/agreements/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './base-doors.ts';

/** A station or mentor that was taken back; it no longer counts. */
export type Withdrawn = { kind: 'station' | 'mentor'; id: string };

/**
 * Tells the agreement on which a base stands how many places and mentors the enterprise provides, one fact for each
 * station and mentor. Telling it again changes nothing.
 */
export async function reportToAgreement<Tables>(
  context: TransactionContext<Tables>,
  baseId: string,
  withdrawn: readonly Withdrawn[] = [],
): Promise<void> {
  const db = ownDb(context);
  const base = await db
    .selectFrom('base')
    .select(['agreementId', 'enterpriseId', 'unveiledOn', 'name', 'nameEn'])
    .where('id', '=', baseId)
    .executeTakeFirst();
  if (base === undefined || base.agreementId === null) return;
  const { agreementId, enterpriseId } = base;
  const stations = await db.selectFrom('baseStation').selectAll().where('baseId', '=', baseId).execute();
  const mentors = await db.selectFrom('baseMentor').selectAll().where('baseId', '=', baseId).execute();
  const version = context.now.getTime();
  const fact = (
    recordId: string,
    rest: Pick<FactToReport, 'metric' | 'amount' | 'happenedOn' | 'label' | 'labelEn'>,
  ): FactToReport => ({
    ...{ agreementId, enterpriseId, path: `/bases/${baseId}` },
    source: { module: 'training-bases', recordId, version },
    ...rest,
  });
  // A base that was unveiled before it was entered here counts from its unveiling; what was there before the
  // agreement is provided under it from its first day.
  const begun = base.unveiledOn !== null && base.unveiledOn < context.today ? base.unveiledOn : context.today;
  const from = (await agreementOf(context, agreementId))?.validFrom ?? begun;
  const since = from > begun && from <= context.today ? from : begun;
  const facts = [
    ...stations.map(({ id, name, nameEn, places, availableFrom }) =>
      fact(id, {
        ...{ metric: 'stations-provided', amount: places, happenedOn: availableFrom ?? since },
        ...{ label: `${base.name} · ${name}`, labelEn: `${base.nameEn || base.name} · ${nameEn || name}` },
      }),
    ),
    ...mentors.map(({ id, name }) =>
      fact(id, { metric: 'mentors-appointed', amount: 1, happenedOn: since, label: name, labelEn: name }),
    ),
    ...withdrawn.map(({ kind, id }) =>
      fact(id, {
        ...{ metric: kind === 'station' ? ('stations-provided' as const) : ('mentors-appointed' as const) },
        ...{ amount: 0, happenedOn: context.today, label: '', labelEn: '' },
      }),
    ),
  ];
  await recordFact(context, facts, { keepsFirstDay: true });
}
