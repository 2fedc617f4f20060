import {
  PageLink,
  useLanguage,
  useOperation,
  usePhrases,
  useSession,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { rotations } from '../client.ts';
import '../rotations.css';

/** What the person was told of published rotations, until it is marked as read; nothing when all is read. */
export function NoticeList() {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const isTeacher = useSession().membership.role === 'teacher';
  const found = useOperation('rotations.notices', rotations.notices.mine, {});
  const mark = useWrite(rotations.notices.seen, { invalidates: ['rotations'] });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="ro-notices" aria-label={t('notice.title')}>
      {items.map((one) => (
        <li key={one.id}>
          <span>
            <b>
              {one.isFirst
                ? t('notice.first', { class: one.className })
                : t('notice.changed', { class: one.className, count: one.changes })}
            </b>
            <span className="dt-quiet">
              {one.planName} · {writeDay(locale, one.createdAt.slice(0, 10))}
            </span>
          </span>
          <span className="ro-row">
            <PageLink to={isTeacher ? `/rotations/${one.planId}` : '/my-weeks'}>{t('notice.open')}</PageLink>
            <Button size="small" loading={mark.isPending} onClick={() => mark.mutate({ noticeId: one.id })}>
              {t('notice.seen')}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
