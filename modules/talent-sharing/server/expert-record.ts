import { phrase } from '@dualtrack/locales';
import { isAnyIllustrative, organisationNames } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import { contract } from '../contract.ts';
import { isLead } from '../side.ts';
import type { TalentContext } from './asking.ts';
import { expertView } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Key =
  | ('day' | 'form' | 'what' | 'partner' | 'hours' | 'attested' | 'title' | 'name' | 'year' | 'total')
  | ('count' | 'note' | 'days');
const words = (key: Key) => ({
  zh: phrase('zh-CN', 'talent-sharing', `record.${key}`),
  en: phrase('en', 'talent-sharing', `record.${key}`),
});
const both = (key: Key) => `${words(key).zh} ${words(key).en}`;
const hours = (minutes: number) => (minutes / 60).toFixed(1);

/** Practice of a teacher that the host has assessed, by the days of a year that were noted. */
async function practiceOf(ctx: TalentContext, expertId: string, year: number) {
  const notes = await ctx.db
    .selectFrom('stayNote as n')
    .innerJoin('talentStay as s', (join) =>
      join.onRef('s.tenantId', '=', 'n.tenantId').onRef('s.id', '=', 'n.stayId'),
    )
    .select(['s.id', 's.tenantId', 's.enterpriseId', 's.post', 's.byName', 's.assessedBy'])
    .select(['n.onDay', 'n.minutes'])
    .where('s.expertId', '=', expertId)
    .where('s.form', '=', 'teacher-practice')
    .where('s.state', '=', 'assessed')
    .where('s.grade', '!=', 'failed')
    .where('n.onDay', '>=', `${year}-01-01`)
    .where('n.onDay', '<=', `${year}-12-31`)
    .orderBy('n.onDay')
    .execute();
  return [...new Set(notes.map((note) => note.id))].flatMap((id) => {
    const own = notes.filter((note) => note.id === id);
    const [first] = own;
    if (first === undefined) return [];
    const { tenantId, enterpriseId, post, byName, assessedBy } = first;
    return [
      {
        ...{ tenantId, enterpriseId, form: 'teacher-practice' as const },
        onDay: `${first.onDay} – ${own.at(-1)?.onDay ?? ''}`,
        title: `${post} (${own.length} ${both('days')})`,
        minutes: own.reduce((sum, note) => sum + note.minutes, 0),
        attestedBy: { school: byName, enterprise: assessedBy },
      },
    ];
  });
}

/** The certificate of a year: every hour that both sides attested and practice that was
 * assessed, with who attested it. For the own side only. */
export const expertRecord = operation(contract.experts.record, async (ctx, input) => {
  const { expertId, year } = input;
  const expert = await expertView(ctx, expertId);
  const mayRead = expert.card !== null && (expert.isMine || isLead(ctx.actor.role));
  const rows = !mayRead
    ? []
    : await ctx.db
        .selectFrom('hourEntry')
        .selectAll()
        .where('expertId', '=', expertId)
        .where('onDay', '>=', `${year}-01-01`)
        .where('onDay', '<=', `${year}-12-31`)
        .orderBy('onDay')
        .orderBy('id')
        .execute();
  const practice = mayRead ? await practiceOf(ctx, expertId, year) : [];
  if (rows.length + practice.length === 0) throw ctx.refuse('expert.no-hours');
  const partnerOf = (row: { tenantId: string; enterpriseId: string }) =>
    expert.side === 'school' ? row.enterpriseId : row.tenantId;
  const names = await organisationNames(ctx, [...rows, ...practice].map(partnerOf));
  const bytes = await composePdf({
    template: 'table',
    data: {
      ...{ languages: 'zh-en', paper: 'a4', orientation: 'landscape', title: words('title') },
      subtitle: { zh: expert.organisation, en: expert.organisationEn || expert.organisation },
      facts: [
        { label: words('name'), value: expert.nameEn ? `${expert.name} ${expert.nameEn}` : expert.name },
        { label: words('year'), value: String(year) },
        { label: words('count'), value: String(rows.length + practice.length) },
        {
          label: words('total'),
          value: hours([...rows, ...practice].reduce((sum, row) => sum + row.minutes, 0)),
        },
      ],
      columns: [
        { head: words('day') },
        { head: words('form') },
        { head: words('what'), share: 4 },
        { head: words('partner'), share: 3 },
        { head: words('hours'), align: 'right' },
        { head: words('attested'), share: 2 },
      ],
      rows: [...rows, ...practice].map((row) => [
        row.onDay,
        phrase(ctx.locale === 'en' ? 'en' : 'zh-CN', 'talent-sharing', `form.${row.form}`),
        row.title,
        names.get(partnerOf(row))?.name ?? '',
        hours(row.minutes),
        [row.attestedBy.school, row.attestedBy.enterprise].filter((one) => one !== '').join(' / '),
      ]),
      notes: [words('note')],
      footer: `${both('title')} ${year} · ${expertId}`,
      illustrative: await isAnyIllustrative(ctx, [ctx.tenant]),
    },
    createdAt: ctx.now,
  });
  ctx.audit(expertId, { year });
  return new File([Buffer.from(bytes)], `record-${year}.pdf`, { type: 'application/pdf' });
});
