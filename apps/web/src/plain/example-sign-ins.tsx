import { type Side, SideMark, sideOfRole, useNameOf, usePhrases } from '@dualtrack/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { type ExampleSignIn, sessionApi } from '../session/session-api.ts';

type GroupProps = {
  readonly signIns: readonly ExampleSignIn[];
  readonly onChoose: (signIn: ExampleSignIn) => void;
};

function Person(props: { readonly signIn: ExampleSignIn; readonly onChoose: () => void }) {
  const t = usePhrases('shell');
  const { signIn } = props;
  const side = sideOfRole(signIn.role);
  return (
    <button type="button" className="dt-example" onClick={props.onChoose}>
      {side === undefined ? <span className="dt-example-gap" /> : <SideMark side={side} size={18} />}
      <span>
        <b>{signIn.personName}</b>
        <span className="dt-quiet">{t(`role.${signIn.role}`)}</span>
      </span>
    </button>
  );
}

function Group(props: GroupProps) {
  const nameOf = useNameOf();
  const [first] = props.signIns;
  if (first === undefined) return null;
  const organisation = nameOf({ name: first.organisationName, nameEn: first.organisationNameEn });
  return (
    <section>
      <h3>{organisation}</h3>
      <ul>
        {props.signIns.map((signIn) => (
          <li key={signIn.name}>
            <Person signIn={signIn} onChoose={() => props.onChoose(signIn)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const ranks: Record<Side | 'none', number> = { school: 0, student: 0, enterprise: 1, none: 2 };

function grouped(signIns: readonly ExampleSignIn[]): ExampleSignIn[][] {
  const groups = new Map<string, ExampleSignIn[]>();
  for (const signIn of signIns) {
    groups.set(signIn.organisationName, [...(groups.get(signIn.organisationName) ?? []), signIn]);
  }
  // The school stands left, the enterprise right, as everywhere.
  const rank = (group: readonly ExampleSignIn[]) => {
    const role = group[0]?.role;
    return ranks[(role && sideOfRole(role)) ?? 'none'];
  };
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** The example's people, one click each; nothing when the server does not serve the example. */
export function ExampleSignIns(props: { readonly onChoose: (signIn: ExampleSignIn) => void }) {
  const t = usePhrases('shell');
  const examples = useQuery({
    queryKey: ['demo'],
    queryFn: sessionApi.examples,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const signIns = examples.data?.signIns ?? [];
  if (signIns.length === 0) return null;
  return (
    <section className="dt-examples" aria-label={t('signIn.examples')}>
      <h2>{t('signIn.examples')}</h2>
      <div className="dt-examples-sides">
        {grouped(signIns).map((group) => (
          <Group key={group[0]?.organisationName} signIns={group} onChoose={props.onChoose} />
        ))}
      </div>
      <p className="dt-quiet">{t('signIn.examplesNote')}</p>
    </section>
  );
}
