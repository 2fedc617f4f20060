import { type JudgedFor, type JudgedTerms, judgeTerms } from '@dualtrack/compliance/server';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { templateValues } from '../template-values.ts';
import { termsFields } from '../terms-fields.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';
import { type Facts, sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();
type Paper = Facts & { id: string; kind: string };

/**
 * What the law says of an agreement as it stands: its fields, then its words. One of a placement is judged with what
 * is recorded of it. With a reader each finding says what they may do about it. Runs in the school's home.
 */
export async function judgeAgreement<Tables>(
  context: TransactionContext<Tables>,
  agreement: Paper,
  locale: string,
  reader?: JudgedFor['reader'],
): Promise<JudgedTerms & { about: JudgedFor['about'] }> {
  const db = ownDb(context);
  const sections = await db
    .selectFrom('agreementSection')
    .select(['clause', 'title', 'titleEn', 'body', 'bodyEn'])
    .where('agreementId', '=', agreement.id)
    .orderBy('position')
    .execute();
  const about = await db
    .selectFrom('agreementStudent')
    .select(['classId', 'placementId'])
    .where('agreementId', '=', agreement.id)
    .executeTakeFirst();
  const terms = {
    kind: agreement.kind,
    sections: sections.map(({ clause, title, titleEn, body, bodyEn }) => ({
      ...{ clause, title: `${title} ${titleEn}`.trim() },
      // A finding quotes the language of whoever reads it, where both say the same.
      texts: (locale === 'en' ? [bodyEn, body] : [body, bodyEn]).filter((text) => text !== ''),
    })),
    known: [],
    fields: await fieldsOf(context, agreement),
  };
  const judged = await judgeTerms(context, terms, { agreementId: agreement.id, about, locale, reader });
  return { ...judged, about };
}

async function fieldsOf<Tables>(context: TransactionContext<Tables>, agreement: Paper) {
  const { kind, parties, validFrom, validTo } = agreement;
  const { order, terms } = agreement.variables;
  // An amendment says in its clauses what it changes; the figures are those of its agreement.
  if (kind === 'amendment' || terms === null || validFrom === null || validTo === null) return [];
  const source = await sourceOf(context, agreement.id);
  const { given } = source;
  return termsFields(source, templateValues({ parties, order, terms, validFrom, validTo, given }));
}

export const getLaw = operation(contract.law, async (ctx, { agreementId }) => {
  const home = await homeOf(ctx, 'agreement', agreementId);
  return ctx.inHome(home, async (inner) => {
    const agreement = await inner.db
      .selectFrom('agreement')
      .select(['id', 'kind', 'parties', 'variables', 'validFrom', 'validTo'])
      .where('id', '=', agreementId)
      .executeTakeFirstOrThrow();
    const { pack, findings } = await judgeAgreement(inner, agreement, ctx.locale, ctx.actor);
    return { pack, findings };
  });
});
