import { writeDay } from '@dualtrack/ui';
import { useLanguage, usePhrases } from '@dualtrack/ui/plain';
import type { HallView } from '../../contract.ts';
import { useWords } from '../words.ts';
import { HallPlaque } from './hall-plaque.tsx';
import { HallSignatures } from './hall-signatures.tsx';

type Item = NonNullable<HallView['current']>;

/** What stands on the wall: the two sides, and the item of the agenda that is on. Chinese large, English below. */
export function HallStage(props: { readonly live: HallView }) {
  const { live } = props;
  const { current } = live;
  const { locale } = useLanguage();
  const words = useWords();
  const place = words.pick(live.place, live.placeEn);
  return (
    <>
      <header className="hall-sides">
        <Party side="school" name={live.school} nameEn={live.schoolEn} />
        <Party side="enterprise" name={live.enterprise} nameEn={live.enterpriseEn} />
      </header>
      <main className="hall-main" key={current?.id ?? live.state} aria-live="polite">
        {current === null ? <Welcome live={live} /> : <ItemView live={live} item={current} />}
      </main>
      <footer className="hall-foot">
        <span>
          {writeDay(locale, live.heldOn, 'day')}
          {place === '' ? '' : ` · ${place}`}
        </span>
        <ol>
          {Array.from({ length: live.steps }, (_, at) => (
            <li key={at} className={at === live.at ? 'hall-dot hall-dot-now' : 'hall-dot'} />
          ))}
        </ol>
      </footer>
    </>
  );
}

function Party(props: {
  readonly side: 'school' | 'enterprise';
  readonly name: string;
  readonly nameEn: string;
}) {
  const { side, name, nameEn } = props;
  return (
    <div className={`hall-party hall-${side}`}>
      <b>{name}</b>
      {nameEn === name ? null : <span lang="en">{nameEn}</span>}
    </div>
  );
}

function Welcome(props: { readonly live: HallView }) {
  const { live } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const isOver = live.state === 'held';
  return (
    <div className="hall-welcome">
      <p className="hall-kicker">{isOver ? t('live.thanks') : t('live.welcome')}</p>
      <h1>{words.pick(live.title, live.titleEn) || t('live.ceremony')}</h1>
      {live.title !== '' && live.titleEn !== '' ? (
        <p className="hall-second" lang="en">
          {words.pick(live.title, live.titleEn) === live.titleEn ? live.title : live.titleEn}
        </p>
      ) : null}
      {live.state === 'planned' ? <p className="hall-second">{t('live.waits')}</p> : null}
    </div>
  );
}

function ItemView(props: { readonly live: HallView; readonly item: Item }) {
  const { live, item } = props;
  if (item.kind === 'signing') return <HallSignatures live={live} />;
  if (item.kind === 'unveiling') return <HallPlaque live={live} />;
  return <PlainItem item={item} />;
}

function PlainItem(props: { readonly item: Item }) {
  const { item } = props;
  const words = useWords();
  return (
    <div className="hall-item">
      <h1>{words.item(item)}</h1>
      {item.speakers.length === 0 ? null : (
        <ul className="hall-speakers">
          {item.speakers.map((person) => (
            <li key={person.name + person.nameEn} className={`hall-${person.side}`}>
              <b>{person.name || person.nameEn}</b>
              {person.name !== '' && person.nameEn !== '' ? <i lang="en">{person.nameEn}</i> : null}
              <span>{words.posts(person)}</span>
            </li>
          ))}
        </ul>
      )}
      {item.topics.length === 0 ? null : (
        <ul className="hall-topics">
          {item.topics.map((topic) => (
            <li key={topic.zh + topic.en}>{words.pick(topic.zh, topic.en)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
