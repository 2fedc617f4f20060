import { DayRange, useNameOf, usePhrases } from '@dualtrack/ui';
import { dayAfter } from '../../week.ts';
import type { MyBlock } from './use-my-weeks.ts';
import '../rotations.css';

/** A mentor's people of one week: who, at which workstation, until when. */
export function PeopleList(props: { readonly blocks: readonly MyBlock[] }) {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  if (props.blocks.length === 0) return <p className="dt-quiet">{t('mine.nobody')}</p>;
  return (
    <ul className="ro-list">
      {props.blocks.map((block) => (
        <li key={block.id}>
          <b>{block.studentName}</b>
          <span>{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</span>
          <p className="dt-quiet">
            {t('mine.at', {
              station: nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
              site: nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
            })}
            {' · '}
            <DayRange
              from={block.firstWeek}
              to={dayAfter(block.firstWeek, block.weeks * 7 - 1)}
              style="short"
            />
          </p>
        </li>
      ))}
    </ul>
  );
}
