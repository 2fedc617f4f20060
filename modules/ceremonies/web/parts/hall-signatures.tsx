import { usePhrases, wallClock } from '@dualtrack/ui/plain';
import type { HallView } from '../../contract.ts';
import { sides } from '../../side.ts';
import { type SigningPlace, signedFor, signingPlaces } from '../signing-places.ts';
import { useWords } from '../words.ts';

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
          const places = signingPlaces(live, side, words.posts);
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
      <div className="hall-third">
        <Witnesses places={signedFor(live, 'third')} />
      </div>
    </div>
  );
}

function Signature(props: { readonly place: SigningPlace }) {
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

function Witnesses(props: { readonly places: readonly SigningPlace[] }) {
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
