import { usePhrases, wallClock } from '@dualtrack/ui/plain';
import type { HallView } from '../../contract.ts';
import { type Side, sides } from '../../side.ts';
import { useWords } from '../words.ts';

type Place = { name: string; post: string; role: string; signedAt: string | null };

const isSame = (left: string, right: string) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, '');

/** Who has signed and who is to sign, by side: signatures as the agreement keeps them, beside the signers of the plan. */
function placesOf(live: HallView, side: Side, posts: (one: HallView['signers'][number]) => string): Place[] {
  const signed = live.signatures
    .filter((one) => one.side === side)
    .map(({ name, post, role, signedAt }) => ({ name, post, role, signedAt }));
  const open = live.signers
    .filter((one) => one.side === side)
    .filter((one) => !signed.some((done) => isSame(done.name, one.name) || isSame(done.name, one.nameEn)))
    .map((one) => ({ name: one.name || one.nameEn, post: posts(one), role: 'signer', signedAt: null }));
  return [...signed, ...open];
}

/** The joint signature: the paper's title, and each signature as it is made. */
export function HallSignatures(props: { readonly live: HallView }) {
  const { live } = props;
  const t = usePhrases('ceremonies');
  const words = useWords();
  return (
    <div className="hall-signing">
      <p className="hall-kicker">{t('kind.signing')}</p>
      <h1>{words.pick(live.paper, live.paperEn)}</h1>
      {live.paper !== '' && live.paperEn !== '' ? (
        <p className="hall-second" lang="en">
          {words.pick(live.paper, live.paperEn) === live.paperEn ? live.paper : live.paperEn}
        </p>
      ) : null}
      <div className="hall-signatures">
        {sides.map((side) => {
          const places = placesOf(live, side, words.posts);
          return (
            <div key={side} className={`hall-${side}`}>
              <ul>
                {places
                  .filter((place) => place.role !== 'witness')
                  .map((place) => (
                    <Signature key={place.name} place={place} />
                  ))}
              </ul>
              <Witnesses places={places.filter((place) => place.role === 'witness')} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Signature(props: { readonly place: Place }) {
  const { name, post, signedAt } = props.place;
  const t = usePhrases('ceremonies');
  return (
    <li className={signedAt === null ? 'hall-place' : 'hall-place hall-place-signed'}>
      <span className="hall-line">
        <b>{name}</b>
      </span>
      <span>{post}</span>
      <em>
        {signedAt === null ? t('live.toSign') : `${t('live.signed')} · ${wallClock(new Date(signedAt)).time}`}
      </em>
    </li>
  );
}

function Witnesses(props: { readonly places: readonly Place[] }) {
  const t = usePhrases('ceremonies');
  if (props.places.length === 0) return null;
  return (
    <ul className="hall-witnesses">
      {props.places.map((place) => (
        <li key={place.name}>
          <b>{place.name}</b> {place.post} <em>{t('live.witnessed')}</em>
        </li>
      ))}
    </ul>
  );
}
