import { useRef } from 'react';
import { PageLink } from '../address/page-link.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { areaOf, type FrameArea } from './frame-parts.ts';
import { WaitingCount } from './sidebar.tsx';

function MorePanel(props: { readonly areas: readonly FrameArea[] }) {
  const t = usePhrases('shell');
  const place = useRef<HTMLElement>(null);
  return (
    <section ref={place} id="dt-more" popover="auto" className="dt-more" aria-label={t('frame.more')}>
      <ul>
        {props.areas
          .flatMap((area) =>
            area.entries.length > 1
              ? area.entries.map((entry) => ({ ...entry, icon: area.area, count: undefined }))
              : [{ path: area.path, label: area.label, icon: area.area, count: area.count }],
          )
          .map((entry) => (
            <li key={entry.path}>
              <PageLink className="dt-area" to={entry.path} onClick={() => place.current?.hidePopover()}>
                <Icon name={entry.icon} />
                <span className="dt-area-label">{entry.label}</span>
                <WaitingCount count={entry.count} />
              </PageLink>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The phone's bar: the first areas of the role, everything else under "more". */
export function BottomBar(props: { readonly areas: readonly FrameArea[]; readonly path: string }) {
  const t = usePhrases('shell');
  const { areas, path } = props;
  const current = areaOf(areas, path);
  const direct =
    areas.length <= 5 ? areas.filter((area) => area.entries.length <= 1).slice(0, 4) : areas.slice(0, 4);
  const others = areas.filter((area) => !direct.includes(area));
  return (
    <nav className="dt-bottom" aria-label={t('frame.areas')}>
      {direct.map((area) => (
        <PageLink
          key={area.area}
          to={area.path}
          data-open={area === current || undefined}
          aria-current={path === area.path ? 'page' : undefined}
        >
          <Icon name={area.area} size={22} />
          {area.label}
          <WaitingCount count={area.count} />
        </PageLink>
      ))}
      {others.length === 0 ? null : (
        <>
          <button
            type="button"
            popoverTarget="dt-more"
            className="dt-bare"
            data-open={(current !== undefined && others.includes(current)) || undefined}
          >
            <Icon name="more" size={22} />
            {t('frame.more')}
          </button>
          <MorePanel areas={others} />
        </>
      )}
    </nav>
  );
}
