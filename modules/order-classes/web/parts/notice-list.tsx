import {
  PageLink,
  useLanguage,
  useOperation,
  usePhrases,
  useSession,
  useWrite,
  writeDay,
  writeMoment,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { ClassNotice } from '../../contract/notices.ts';
import { tabOf } from '../../notice.ts';
import { orderClasses } from '../client.ts';

/** The newest; others follow as these are read. */
const mostShown = 3;

/** What the reader was told about classes, until it is marked as read; nothing when all is read. */
export function NoticeList() {
  const t = usePhrases('recruitment');
  const found = useOperation('order-classes.notices', orderClasses.notices.mine, {});
  const items = (found.data?.items ?? []).slice(0, mostShown);
  if (items.length === 0) return null;
  return (
    <ul className="oc-notices" aria-label={t('notice.title')}>
      {items.map((one) => (
        <Notice key={one.id} notice={one} />
      ))}
    </ul>
  );
}

function Notice(props: { readonly notice: ClassNotice }) {
  const { id, classId, className, kind, on, at, createdAt } = props.notice;
  const t = usePhrases('recruitment');
  const { locale } = useLanguage();
  const { role } = useSession().membership;
  const mark = useWrite(orderClasses.notices.seen, { invalidates: ['order-classes'] });
  const tab = tabOf(kind);
  const isFamily = role === 'student' || role === 'guardian';
  const path = isFamily
    ? `/my-order-classes/${classId}`
    : `/order-classes/${classId}${tab === undefined ? '' : `?tab=${tab}`}`;
  const when = at !== null ? writeMoment(locale, at) : writeDay(locale, on ?? createdAt.slice(0, 10));
  return (
    <li>
      <span>
        <PageLink to={path}>{t(`notice.${kind}`, { class: className })}</PageLink>
        <span className="dt-quiet dt-small">{when}</span>
      </span>
      <Button size="small" loading={mark.isPending} onClick={() => mark.mutate({ noticeId: id })}>
        {t('notice.seen')}
      </Button>
    </li>
  );
}
