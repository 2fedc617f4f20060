import { usePhrases } from '@dualtrack/ui/plain';
import type { HallView } from '../../contract.ts';
import { useWords } from '../words.ts';

/** The plaque under its red cloth; the cloth falls when the presider unveils it. */
export function HallPlaque(props: { readonly live: HallView }) {
  const { live } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const isOpen = live.unveiledAt !== null;
  const first = words.pick(live.plaque, live.plaqueEn);
  return (
    <div className="hall-unveiling">
      <p className="hall-kicker">{isOpen ? t('live.unveiled') : t('kind.unveiling')}</p>
      <div className="hall-plaque">
        <div className="hall-plaque-words" aria-hidden={!isOpen}>
          <b>{first}</b>
          {live.plaque !== '' && live.plaqueEn !== '' ? (
            <span lang="en">{first === live.plaqueEn ? live.plaque : live.plaqueEn}</span>
          ) : null}
          <small>
            {live.school} · {live.enterprise}
          </small>
        </div>
        <div className={isOpen ? 'hall-cloth hall-cloth-fallen' : 'hall-cloth'} aria-hidden="true" />
      </div>
    </div>
  );
}
