import {
  ConfirmButton,
  Day,
  DayRange,
  EmptyState,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { EvidenceRecord, TeacherStanding } from '../../contract.ts';
import { api } from '../client.ts';
import { EvidenceForm } from '../parts/evidence-form.tsx';
import { PartTimePanel } from '../parts/part-time-panel.tsx';
import { PartTimeTag } from '../parts/part-time-tag.tsx';
import { RuleSource } from '../parts/rule-source.tsx';
import { useOwn } from '../words.ts';
import '../talents.css';

/** What speaks for one teacher with two qualifications, or for one part-time teacher, and what is missing. */
export function TeacherPage() {
  const expertId = usePathParam('expertId');
  const found = useOperation('talentSharing.evidence', api.evidence.get, { expertId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <Standing standing={found.data} />;
}

function Standing({ standing }: { readonly standing: TeacherStanding }) {
  const t = usePhrases('talent-evidence');
  const sharing = usePhrases('talent-sharing');
  const { isLead } = useOwn();
  const { expertId, name, title, isTeacher, isDualQualified, parts, records, partTime } = standing;
  const isWhole = parts.every((one) => one.isMet);
  return (
    <ObjectPage
      title={name}
      note={title}
      crumbs={isLead ? [{ label: sharing('area.teachers'), to: '/talent-teachers' }] : []}
      state={
        isTeacher ? (
          <StateTag tone={isWhole ? 'done' : 'soon'}>
            {t(isWhole ? 'standing.met' : 'standing.incomplete')}
          </StateTag>
        ) : (
          <PartTimeTag points={partTime?.points ?? []} />
        )
      }
    >
      <div className="ts-stack">
        {isTeacher ? (
          <Panel title={t('standing.title')}>
            {isDualQualified === null ? null : (
              <p>
                {t('standing.register')}:{' '}
                {t(isDualQualified ? 'standing.registerYes' : 'standing.registerNo')}
                {isDualQualified && !isWhole ? <b> · {t('standing.gap')}</b> : null}
              </p>
            )}
            <Parts standing={standing} />
          </Panel>
        ) : null}
        {partTime === null ? null : <PartTimePanel expertId={expertId} partTime={partTime} />}
        <Panel title={t('record.title')} count={records.length}>
          {records.length === 0 ? (
            <EmptyState title={t('record.none')}>{t('record.noneNote')}</EmptyState>
          ) : (
            <ul className="ts-list">
              {records.map((one, at) => (
                <RecordRow key={one.id ?? `${one.path}${at}`} record={one} />
              ))}
            </ul>
          )}
          <EvidenceForm expertId={expertId} isTeacher={isTeacher} />
        </Panel>
      </div>
    </ObjectPage>
  );
}

function Parts({ standing }: { readonly standing: TeacherStanding }) {
  const t = usePhrases('talent-evidence');
  const { parts, rules } = standing;
  const ruleOf = {
    enterprise: rules.practice,
    certificate: rules.certificates,
    transfer: rules.transfers,
  } as const;
  return (
    <ul className="ts-list">
      {parts.map(({ part, have, needed, isMet }) => (
        <li key={part}>
          <div>
            {t(`part.${part}`)}
            <div className="dt-small dt-quiet">
              <RuleSource number={ruleOf[part]} />
            </div>
          </div>
          <span className="ts-row">
            <span>{t(`part.have.${part}`, { have, needed })}</span>
            <StateTag tone={isMet ? 'done' : 'soon'}>
              {isMet
                ? t('part.isMet')
                : part === 'enterprise'
                  ? t('part.lacks.enterprise', { count: needed - have })
                  : t(`part.lacks.${part}`)}
            </StateTag>
          </span>
        </li>
      ))}
    </ul>
  );
}

function RecordRow({ record }: { readonly record: EvidenceRecord }) {
  const t = usePhrases('talent-evidence');
  const { id, kind, title, issuer, number, from, to, checkedBy, isChecked, path } = record;
  const options = { invalidates: ['talentSharing'], done: t('record.done') };
  const check = useWrite(api.evidence.check, options);
  const remove = useWrite(api.evidence.remove, options);
  return (
    <li>
      <div>
        {path === '' ? <b>{title}</b> : <PageLink to={path}>{title}</PageLink>}{' '}
        <span className="dt-quiet">{t(`kind.${kind}`)}</span>
        <div className="dt-small dt-quiet">
          {[issuer, number].filter((one) => one !== '').join(' · ')} ·{' '}
          {to === null ? <Day day={from} style="day" /> : <DayRange from={from} to={to} />}
        </div>
      </div>
      <span className="ts-row">
        <StateTag tone={isChecked ? 'done' : 'soon'}>
          {isChecked
            ? t(path === '' ? 'record.checked' : 'record.attested', { by: checkedBy })
            : t('record.waits')}
        </StateTag>
        {id === null || record.whyNotCheck !== null ? null : (
          <Button size="small" loading={check.isPending} onClick={() => check.mutate({ evidenceId: id })}>
            {t('record.check')}
          </Button>
        )}
        {id === null || record.whyNotRemove !== null ? null : (
          <ConfirmButton
            size="small"
            title={t('record.removeQuestion', { title })}
            consequence={t('record.removeNote')}
            confirmLabel={t('record.remove')}
            onConfirm={() => remove.mutateAsync({ evidenceId: id })}
          >
            {t('record.remove')}
          </ConfirmButton>
        )}
      </span>
    </li>
  );
}
