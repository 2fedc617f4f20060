import { PageLink, usePhrases, useSession } from '@dualtrack/ui/plain';
import { useEffect } from 'react';
import './edge.css';

function Edge(props: { readonly title: string; readonly text: string }) {
  const t = usePhrases('shell');
  useEffect(() => {
    document.title = `${props.title} · ${t('frame.name')}`;
  }, [props.title, t]);
  return (
    <div className="dt-edge">
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <PageLink className="dt-button" to="/">
        {t('edge.home')}
      </PageLink>
    </div>
  );
}

/** No page has this address. */
export function NotFoundPage() {
  const t = usePhrases('shell');
  return <Edge title={t('notFound.title')} text={t('notFound.text')} />;
}

/** The page is there, but not for the role one has just now. */
export function ForbiddenPage() {
  const t = usePhrases('shell');
  const { membership } = useSession();
  return (
    <Edge title={t('forbidden.title')} text={t('forbidden.text', { role: t(`role.${membership.role}`) })} />
  );
}
