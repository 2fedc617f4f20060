import { Day, FactList, FileChoice, Panel, SideTag, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import type { AgreementDetail } from '../../contract.ts';
import type { RecordFacts } from '../../shapes.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements, fileAddress } from '../client.ts';

type Words = { zh: string | null; en: string | null };

/** An agreement signed elsewhere: what its source tells of parties, ceremony and decisions, and nothing more. */
export function RecordView(props: {
  readonly agreement: AgreementDetail;
  readonly record: { readonly facts: RecordFacts; readonly source: string };
}) {
  const { facts, source } = props.record;
  const t = usePhrases('agreements');
  const tSigning = usePhrases('agreement-signing');
  const words = useWords();
  return (
    <div className="ag-stack">
      <FactList
        facts={[
          { label: t('record.source'), value: source },
          ...(facts.baseName === null ? [] : [{ label: t('record.base'), value: words(facts.baseName) }]),
        ]}
      />
      <Scan agreement={props.agreement} />
      <Amended agreement={props.agreement} />
      <Panel title={t('record.parties')}>
        <ul className="ag-list">
          {facts.parties.map((party) => (
            <li key={party.side}>
              <SideTag side={party.side}>{words(party.name)}</SideTag>
            </li>
          ))}
        </ul>
      </Panel>
      {facts.ceremony === null ? null : <Ceremony ceremony={facts.ceremony} />}
      {facts.persons.length === 0 ? null : (
        <Panel title={t('record.persons')}>
          <ul className="ag-list">
            {facts.persons.map((person) => (
              <li key={words(person.name)}>
                <SideTag side={person.side}>{words(person.name)}</SideTag>{' '}
                <span className="dt-quiet">{person.posts.map((post) => words(post)).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Lines
        title={t('record.statements')}
        lines={facts.statements.map((one) => `${words(one.by)}: ${words(one.summary)}`)}
      />
      {(['school', 'enterprise'] as const).map((side) => (
        <Lines
          key={side}
          title={`${tSigning('register.obligations')}: ${t(`side.${side}`)}`}
          lines={(facts.obligations ?? []).filter((one) => one.side === side).map((one) => words(one.words))}
        />
      ))}
      <Lines title={t('record.decisions')} lines={facts.decisions.map((one) => words(one))} />
    </div>
  );
}

/** The scan of the paper; while there is none, either office can add it. */
function Scan(props: { readonly agreement: AgreementDetail }) {
  const { id: agreementId, hasDocument } = props.agreement;
  const t = usePhrases('agreements');
  const own = useOwnSide();
  const addScan = useWrite(agreements.addScan, { invalidates: ['agreements'], done: t('did.save') });
  if (hasDocument) {
    return (
      <a href={fileAddress(agreementId, 'document')} target="_blank" rel="noreferrer">
        {t('do.download')}
      </a>
    );
  }
  if (own === null) return null;
  return (
    <FileChoice
      label={t('record.addScan')}
      accept="application/pdf,image/jpeg,image/png"
      onFile={(file) => {
        if (file !== undefined) addScan.mutate({ agreementId, file });
      }}
    />
  );
}

/** What amendments have made of the typed duties and the term; the record below stays what its source says. */
function Amended(props: { readonly agreement: AgreementDetail }) {
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const { clauses } = props.agreement;
  // All articles are written at once when the first amendment begins; what came later came by amendment.
  const [first] = clauses.map((one) => one.changedAt).sort();
  const changed = clauses.filter((one) => one.changedAt !== first);
  if (changed.length === 0) return null;
  return (
    <Panel title={t('typed.present')} count={changed.length}>
      {changed.map((one) => (
        <section key={one.clause} className="ag-record-present">
          <h3>{nameOf({ name: one.title, nameEn: one.titleEn })}</h3>
          <p>{nameOf({ name: one.body, nameEn: one.bodyEn })}</p>
        </section>
      ))}
    </Panel>
  );
}

/** A text of the record in the page's language, or in the one in which the source has it. */
function useWords(): (text: Words) => string {
  const nameOf = useNameOf();
  return ({ zh, en }) => nameOf({ name: zh ?? en ?? '', nameEn: en });
}

function Lines(props: { readonly title: string; readonly lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  return (
    <Panel title={props.title}>
      <ul className="ag-list">
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Ceremony(props: { readonly ceremony: NonNullable<RecordFacts['ceremony']> }) {
  const { on, timeOfDay, place, presider, agenda, alsoPresent } = props.ceremony;
  const t = usePhrases('agreements');
  const words = useWords();
  return (
    <Panel title={t('record.title')}>
      <FactList
        facts={[
          { label: t('record.on'), value: <Day day={on} /> },
          ...(timeOfDay === null ? [] : [{ label: t('record.time'), value: t(`record.${timeOfDay}`) }]),
          ...(place === null ? [] : [{ label: t('record.place'), value: words(place) }]),
          ...(presider === null ? [] : [{ label: t('record.presider'), value: words(presider) }]),
        ]}
      />
      {agenda.length === 0 ? null : (
        <>
          <h3>{t('record.agenda')}</h3>
          <ol className="ag-list">
            {agenda.map((item) => (
              <li key={`${item.kind} ${item.by.map(words).join()}`}>
                {t(`record.${item.kind}`)}
                {item.by.length === 0 ? '' : ` · ${item.by.map(words).join(', ')}`}
                {item.topics.length === 0 ? null : (
                  <div className="dt-small dt-quiet">{item.topics.map(words).join('; ')}</div>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {alsoPresent.length === 0 ? null : (
        <p className="dt-quiet">
          {t('record.present')}: {alsoPresent.map((one) => words(one.who)).join('; ')}
        </p>
      )}
    </Panel>
  );
}
