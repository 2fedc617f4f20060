import { ErrorState, Loading, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { agreementTransitions } from '../../agreement.ts';
import type { AgreementDetail } from '../../contract.ts';
import { datedEffects, type PaperEffect, paperEffects } from '../../ink-paper.ts';
import { recordedKinds } from '../../recorded-duty.ts';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { type AmendFigure, amendFigures, useFigureLabel } from './amend-figures.ts';
import { areChangesWhole, noDutyChanges, sentChanges, TypedChanges } from './typed-changes.tsx';

/** What a registered paper does with an agreement that stands; `effect` null: it stands by itself. */
export type FollowsDraft = {
  readonly effect: PaperEffect | null;
  readonly agreementId: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly duties: typeof noDutyChanges;
  readonly terms: Readonly<Partial<Record<AmendFigure, number>>>;
  /** Clauses of an agreement made here as the paper words them, by clause. */
  readonly wordings: Readonly<Record<string, { zh: string; en: string }>>;
};
export const followsNothing: FollowsDraft = {
  ...{ effect: null, agreementId: '', effectiveOn: '', reason: '' },
  ...{ duties: noDutyChanges, terms: {}, wordings: {} },
};

/** Whether the draft can be sent. */
export const isFollowsWhole = (draft: FollowsDraft): boolean =>
  draft.effect === null ||
  (draft.agreementId !== '' &&
    areChangesWhole(draft.duties) &&
    (!datedEffects.includes(draft.effect) || draft.effectiveOn !== ''));

/** The draft in the shape that is sent. */
export function sentFollows(draft: FollowsDraft) {
  const { effect, agreementId, effectiveOn, reason, duties, terms, wordings } = draft;
  if (effect === null) return null;
  const head = { effect, agreementId, reason, ...(effectiveOn === '' ? {} : { effectiveOn }) };
  if (effect !== 'amend') return head;
  const worded = Object.entries(wordings).filter(([, one]) => one.zh.trim() !== '' || one.en.trim() !== '');
  return {
    ...{ ...head, duties: sentChanges(duties), terms },
    wordings: worded.map(([clause, words]) => ({ clause, ...words })),
  };
}

type FollowsProps = {
  readonly partnerId: string;
  /** The agreement from whose page the paper is registered. */
  readonly known?: { value: string; label: string } | undefined;
  readonly draft: FollowsDraft;
  readonly onChange: (draft: FollowsDraft) => void;
};

/** Whether a paper signed by hand changes, renews, suspends, resumes or ends an agreement, and how. */
export function PaperFollowsFields(props: FollowsProps) {
  const { draft, onChange } = props;
  const t = usePhrases('obligations');
  const { effect, agreementId } = draft;
  return (
    <div className="duty-entries">
      <p className="dt-quiet">{t('paper.note')}</p>
      <div className="duty-entry duty-entry-plain">
        <label htmlFor="paper-effect">
          {t('paper.does')}
          <Select
            id="paper-effect"
            value={effect ?? ''}
            options={[
              { value: '', label: t('paper.nothing') },
              ...paperEffects.map((value) => ({ value: String(value), label: t(`paper.${value}`) })),
            ]}
            onChange={(value) =>
              onChange({
                ...followsNothing,
                ...{ effect: paperEffects.find((one) => one === value) ?? null, reason: draft.reason },
                agreementId: props.known?.value ?? '',
              })
            }
          />
        </label>
        {effect === null ? null : <AgreementChoice {...props} effect={effect} />}
        {effect !== null && datedEffects.includes(effect) ? (
          <label htmlFor="paper-on">
            {t('notice.on')}
            <Input
              id="paper-on"
              type="date"
              value={draft.effectiveOn}
              onChange={(event) => onChange({ ...draft, effectiveOn: event.target.value })}
            />
          </label>
        ) : null}
        {effect === null ? null : (
          <label className="duty-entry-wide" htmlFor="paper-reason">
            {t('paper.reason')}
            <Input
              id="paper-reason"
              value={draft.reason}
              maxLength={1_000}
              onChange={(event) => onChange({ ...draft, reason: event.target.value })}
            />
          </label>
        )}
      </div>
      {effect === 'amend' && agreementId !== '' ? <Amended {...props} /> : null}
      {effect === 'amend' ? <p className="dt-small dt-quiet">{t('paper.amendNote')}</p> : null}
      {effect === 'renew' ? <p className="dt-small dt-quiet">{t('paper.renewNote')}</p> : null}
    </div>
  );
}

function AgreementChoice(props: FollowsProps & { readonly effect: PaperEffect }) {
  const { partnerId, known, draft, onChange, effect } = props;
  const t = usePhrases('obligations');
  const names = useAgreementNames();
  const [q, setQuery] = useState('');
  const found = useOperation('agreements.choice', agreements.list, {
    ...{ q, size: 100, ...(partnerId === '' ? {} : { partner: partnerId }) },
  });
  const { from } = agreementTransitions[effect];
  const options = (found.data?.items ?? [])
    .filter((row) => from.includes(row.state) && row.kind !== 'tripartite')
    .map((row) => ({ value: row.id, label: `${names.title(row)} (${row.number})` }));
  if (known !== undefined && !options.some((one) => one.value === known.value)) options.unshift(known);
  return (
    <label className="duty-entry-wide" htmlFor="paper-agreement">
      {t('paper.agreement')}
      <Select
        id="paper-agreement"
        showSearch
        filterOption={false}
        value={draft.agreementId === '' ? null : draft.agreementId}
        loading={found.isFetching}
        disabled={partnerId === ''}
        placeholder={partnerId === '' ? t('paper.partnerFirst') : null}
        options={options}
        onSearch={setQuery}
        onChange={(agreementId) => onChange({ ...followsNothing, effect, agreementId, reason: draft.reason })}
      />
    </label>
  );
}

/** What an amendment on paper changes: typed duties of a paper, or clauses and figures of what was made here. */
function Amended(props: FollowsProps) {
  const { draft, onChange } = props;
  const { agreementId } = draft;
  const found = useOperation('agreements.get', agreements.get, { agreementId });
  const course = useOperation('agreements.course', agreements.amendments.course, { agreementId });
  if (found.isPending || course.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (course.isError) return <ErrorState error={course.error} onRetry={() => void course.refetch()} />;
  return recordedKinds.includes(found.data.kind) ? (
    <TypedChanges
      typed={course.data.typed}
      draft={draft.duties}
      onChange={(duties) => onChange({ ...draft, duties })}
    />
  ) : (
    <Reworded {...props} agreement={found.data} />
  );
}

function Reworded(props: FollowsProps & { readonly agreement: AgreementDetail }) {
  const { agreement, draft, onChange } = props;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const figureLabel = useFigureLabel();
  const { wordings, terms } = draft;
  const titleOf = (clause: string) => {
    const found = agreement.clauses.find((one) => one.clause === clause);
    if (found === undefined) return clause;
    return `${found.position + 1} ${nameOf({ name: found.title, nameEn: found.titleEn })}`;
  };
  const choose = (clauses: readonly string[]) =>
    onChange({
      ...draft,
      wordings: Object.fromEntries(
        clauses.map((clause) => {
          const present = agreement.clauses.find((one) => one.clause === clause);
          return [clause, wordings[clause] ?? { zh: present?.body ?? '', en: present?.bodyEn ?? '' }];
        }),
      ),
    });
  const word = (clause: string, words: { zh: string; en: string }) =>
    onChange({ ...draft, wordings: { ...wordings, [clause]: words } });
  return (
    <>
      {agreement.terms === null ? null : (
        <div className="duty-entry duty-entry-plain">
          {amendFigures.map((name) => (
            <label key={name} htmlFor={`paper-${name}`}>
              {figureLabel(name)}
              <InputNumber
                id={`paper-${name}`}
                value={terms[name] ?? null}
                min={1}
                placeholder={String(agreement.terms?.[name] ?? '')}
                style={{ inlineSize: '100%' }}
                onChange={(value) => {
                  const { [name]: _, ...others } = terms;
                  onChange({ ...draft, terms: value === null ? others : { ...others, [name]: value } });
                }}
              />
            </label>
          ))}
        </div>
      )}
      <label htmlFor="paper-clauses" className="duty-form">
        {t('course.clauses')}
        <Select
          id="paper-clauses"
          mode="multiple"
          value={Object.keys(wordings)}
          optionFilterProp="label"
          options={agreement.clauses.map(({ clause }) => ({ value: clause, label: titleOf(clause) }))}
          onChange={choose}
        />
      </label>
      {Object.entries(wordings).map(([clause, words]) => (
        <fieldset key={clause} className="duty-entry">
          <legend>{titleOf(clause)}</legend>
          {(['zh', 'en'] as const).map((language) => (
            <label key={language} className="duty-entry-wide" htmlFor={`paper-${clause}-${language}`}>
              {t(`diff.${language}`)}
              <Input.TextArea
                id={`paper-${clause}-${language}`}
                autoSize={{ minRows: 2, maxRows: 12 }}
                value={words[language]}
                onChange={(event) => word(clause, { ...words, [language]: event.target.value })}
              />
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}
