import { useRef } from 'react';
import { PageLink } from '../address/page-link.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { areaOf, type FrameArea } from './frame-parts.ts';
import { WaitingCount } from './sidebar.tsx';

type MoreEntry = Pick<FrameArea, 'area' | 'path' | 'label' | 'count'>;

/** Pages under "more": all of the areas that are not in the bar, and what else the areas in the bar have. */
function moreOf(areas: readonly FrameArea[], inBar: readonly FrameArea[]): MoreEntry[] {
  return areas.flatMap(({ area, path, label, count, entries }): MoreEntry[] => {
    const isInBar = inBar.some((one) => one.area === area);
    if (entries.length <= 1) return isInBar ? [] : [{ area, path, label, count }];
    const rest = isInBar ? entries.filter((entry) => entry.path !== path) : entries;
    return rest.map((entry) => ({ area, ...entry }));
  });
}

function MorePanel(props: { readonly entries: readonly MoreEntry[] }) {
  const t = usePhrases('shell');
  const place = useRef<HTMLElement>(null);
  return (
    <section ref={place} id="dt-more" popover="auto" className="dt-more" aria-label={t('frame.more')}>
      <ul>
        {props.entries.map((entry) => (
          <li key={entry.path}>
            <PageLink className="dt-area" to={entry.path} onClick={() => place.current?.hidePopover()}>
              <Icon name={entry.area} />
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
  const direct = areas.slice(0, 4);
  const more = moreOf(areas, direct);
  const isElsewhere = current !== undefined && !direct.includes(current);
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
      {more.length === 0 ? null : (
        <>
          <button
            type="button"
            popoverTarget="dt-more"
            className="dt-bare"
            data-open={isElsewhere || undefined}
          >
            <Icon name="more" size={22} />
            {t('frame.more')}
          </button>
          <MorePanel entries={more} />
        </>
      )}
    </nav>
  );
}
