import { PageLink, usePhrases, useSession } from '@dualtrack/ui';
import { placeOfFact } from '../../fact-place.ts';

/** Leads to the page on which a missing fact would be recorded; nothing where compliance itself is that page. */
export function FactPage(props: { readonly name: string; readonly classId: string }) {
  const t = usePhrases('compliance');
  const { role } = useSession().membership;
  const place = placeOfFact(props.name, null, props.classId, role);
  if (place === null) return null;
  return (
    <PageLink className="cp-wide dt-small" to={place.path}>
      {t('fact.recordThere', { page: t(`room.${place.room}`) })}
    </PageLink>
  );
}
