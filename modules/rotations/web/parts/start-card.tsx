import { useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';
import type { MyBlock } from './use-my-weeks.ts';
import '../rotations.css';

/** A block to come: from when on, where and with whom. */
export function StartCard(props: { readonly block: MyBlock; readonly title: string }) {
  const { block } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  return (
    <section className="ro-card ro-week-enterprise">
      <h3>
        {props.title} · {t('mine.starts', { day: writeDay(locale, block.firstWeek) })}
      </h3>
      <span className="ro-place">{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</span>
      <span>
        {t('mine.at', {
          station: nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
          site: nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
        })}
      </span>
      <span>
        {block.mentorName === '' ? t('block.noMentor') : t('mine.with', { mentor: block.mentorName })}
      </span>
    </section>
  );
}
