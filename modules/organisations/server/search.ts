import { likePattern, type OperationContext, type SearchHit } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** What the search box finds here: students for the school's people, posts for the enterprise's. */
export async function searchOrganisations(
  context: OperationContext<never>,
  words: string,
): Promise<SearchHit[]> {
  const pattern = likePattern(words);
  const { role, kind } = context.actor;
  if (kind === 'school' && ['school-office', 'programme-head', 'teacher'].includes(role)) {
    const rows = await ownDb(context)
      .selectFrom('student')
      .select(['id', 'name', 'studentNumber'])
      .where((eb) => eb.or([eb('name', 'ilike', pattern), eb('studentNumber', 'like', pattern)]))
      .limit(6)
      .execute();
    return rows.map((row) => ({
      kind: 'student',
      id: row.id,
      title: row.name,
      subtitle: row.studentNumber,
      path: `/settings/students?q=${encodeURIComponent(row.studentNumber)}`,
    }));
  }
  if (kind === 'enterprise') {
    const rows = await ownDb(context)
      .selectFrom('post')
      .select(['id', 'title', 'code'])
      .where((eb) => eb.or([eb('title', 'ilike', pattern), eb('titleEn', 'ilike', pattern)]))
      .limit(6)
      .execute();
    return rows.map((row) => ({
      kind: 'post',
      id: row.id,
      title: row.title,
      subtitle: row.code,
      path: `/settings/posts?q=${encodeURIComponent(row.title)}`,
    }));
  }
  return [];
}
