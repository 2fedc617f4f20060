import { PageLink } from '../address/page-link.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { Logo } from '../parts/logo.tsx';
import { areaOf, entryOf, type FrameArea } from './frame-parts.ts';

/** How many things wait, as a small number with its words for those who do not see it. */
export function WaitingCount(props: { readonly count: number | undefined }) {
  const t = usePhrases('shell');
  if (!props.count) return null;
  return (
    <span className="dt-waiting">
      <span aria-hidden="true" dir="ltr">
        {props.count > 99 ? '99+' : props.count}
      </span>
      <span className="dt-hidden">{t('frame.waiting', { count: props.count })}</span>
    </span>
  );
}

/** The areas in the order of the thread; the open one carries the two lines and shows its pages. */
export function Sidebar(props: { readonly areas: readonly FrameArea[]; readonly path: string }) {
  const t = usePhrases('shell');
  const { areas, path } = props;
  const current = areaOf(areas, path);
  const openEntry = current === undefined ? undefined : entryOf(current.entries, path);
  return (
    <nav className="dt-sidebar" aria-label={t('frame.areas')}>
      <PageLink className="dt-brand" to="/">
        <Logo />
        <span>{t('frame.name')}</span>
      </PageLink>
      <ul>
        {areas.map((area) => (
          <li key={area.area}>
            <PageLink
              className="dt-area"
              to={area.path}
              data-open={area === current || undefined}
              aria-current={path === area.path ? 'page' : undefined}
            >
              <Icon name={area.area} />
              <span className="dt-area-label">{area.label}</span>
              <WaitingCount count={area.count} />
            </PageLink>
            {area === current && area.entries.length > 1 ? (
              <ul className="dt-area-entries">
                {area.entries.map((entry) => (
                  <li key={entry.path}>
                    <PageLink to={entry.path} aria-current={entry.path === openEntry ? 'page' : undefined}>
                      {entry.label}
                    </PageLink>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
