import {
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  StateTag,
  useLanguage,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { LiveView } from '../../contract.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { signedFor, signingPlaces } from '../signing-places.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words.ts';
import '../remote.css';

/** The presider's remote for a phone held in one hand: what is on, what comes next, and large buttons below. */
export function RemotePage() {
  const ceremonyId = usePathParam('ceremonyId');
  const t = usePhrases('ceremonies');
  const words = useWords();
  const { live, isLost, error } = useLive(ceremonyId);
  if (error !== null) return <ErrorState error={error} />;
  if (live === undefined) return <Loading />;
  return (
    <>
      <PageHeader
        title={t('remote.title')}
        crumbs={[
          { label: t('list.ceremonies'), to: '/ceremonies' },
          { label: words.title(live), to: `/ceremonies/${ceremonyId}` },
        ]}
      />
      {isLost ? (
        <p className="ce-lost" role="status">
          {t('live.lost')}
        </p>
      ) : null}
      {live.state === 'live' ? (
        <Remote live={live} />
      ) : (
        <p>
          {t('remote.notLive')} <PageLink to={`/ceremonies/${ceremonyId}`}>{t('fact.open')}</PageLink>
        </p>
      )}
    </>
  );
}

function Remote(props: { readonly live: LiveView }) {
  const { live } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const press = useWrite(api.ceremonies.control, {
    answers: (after) => ['ceremonies.live', { ceremonyId: after.id }],
    invalidates: ['ceremonies'],
  });
  const at = live.items.findIndex((item) => item.id === live.currentId);
  const current = live.items[at];
  const next = live.items[at + 1];
  const send = (key: 'next' | 'back' | 'unveil' | 'veil') =>
    press.mutate({ ceremonyId: live.id, revision: live.revision, press: key });
  const isOpen = live.unveiledAt !== null;
  return (
    <div className="ce-remote">
      <section className="ce-remote-now" aria-live="polite">
        <p className="dt-small dt-quiet">
          {t('remote.now')} · {at + 1}/{live.items.length}
        </p>
        <h2>{current === undefined ? t('remote.welcomeScreen') : words.item(current)}</h2>
        {current === undefined ? null : <NowLine live={live} item={current} />}
      </section>
      <p className="ce-remote-then">
        <span className="dt-quiet">{t('remote.then')}</span>{' '}
        {next === undefined ? t('remote.end') : words.item(next)}
      </p>
      {current?.kind === 'signing' ? <Signed live={live} /> : null}
      {current === undefined ? null : <Speech item={current} />}
      <div className="ce-remote-keys">
        {current?.kind === 'unveiling' ? (
          <button
            type="button"
            className={isOpen ? 'ce-key' : 'ce-key ce-key-unveil'}
            disabled={press.isPending}
            onClick={() => send(isOpen ? 'veil' : 'unveil')}
          >
            {isOpen ? t('remote.veil') : t('remote.unveil')}
          </button>
        ) : null}
        <button
          type="button"
          className="ce-key"
          disabled={press.isPending || current === undefined}
          onClick={() => send('back')}
        >
          {t('remote.back')}
        </button>
        <button
          type="button"
          className="ce-key ce-key-next"
          disabled={press.isPending || next === undefined}
          onClick={() => send('next')}
        >
          {current === undefined ? t('remote.begin') : t('remote.next')}
        </button>
      </div>
    </div>
  );
}

type ItemProps = { readonly live: LiveView; readonly item: LiveView['items'][number] };

function NowLine({ live, item }: ItemProps) {
  const t = usePhrases('ceremonies');
  const minutes =
    item.begunAt === null ? 0 : Math.floor((Date.parse(live.now) - Date.parse(item.begunAt)) / 60_000);
  const speakers = item.speakers.map((person) => person.name || person.nameEn).join(' · ');
  return (
    <p>
      {speakers === '' ? '' : `${speakers} · `}
      {item.minutes === null ? '' : `${t('agenda.minutesOf', { count: item.minutes })} · `}
      {t('remote.elapsed', { minutes })}
    </p>
  );
}

/** Who has signed: tells the presider when the signing is over. */
function Signed(props: { readonly live: LiveView }) {
  const { live } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  const places = [
    ...sides.flatMap((side) => signingPlaces(live, side, words.posts)),
    ...signedFor(live, 'third'),
  ];
  return (
    <ul className="ce-remote-signed" aria-live="polite">
      {places.map(({ name, role, signedAt }) => (
        <li key={name + role}>
          {name}
          <StateTag tone={signedAt === null ? 'plain' : 'done'}>
            {signedAt === null
              ? t('live.toSign')
              : role === 'witness'
                ? t('live.witnessed')
                : t('live.signed')}
          </StateTag>
        </li>
      ))}
    </ul>
  );
}

function Speech(props: { readonly item: LiveView['items'][number] }) {
  const t = usePhrases('ceremonies');
  const { locale } = useLanguage();
  const { speech, speechEn } = props.item;
  const text = locale === 'zh-CN' ? speech || speechEn : speechEn || speech;
  if (text === '') return null;
  return (
    <details className="ce-remote-speech">
      <summary>{t('remote.speech')}</summary>
      <p>{text}</p>
    </details>
  );
}
