import {
  Day,
  ErrorState,
  Loading,
  StateTag,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef } from 'react';
import type { ClassMatrix, RecordedFiling } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { FactValue } from './fact-value.tsx';
import { FilingForm } from './filing-form.tsx';

const tones = { waiting: 'soon', 'in-force': 'done', lapsed: 'danger', withdrawn: 'plain' } as const;

/** Filings and waivers of a class: what they cover, for whom, how long; and a form for the school's offices. */
export function FilingsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { id: classId, mayFile } = props.matrix;
  const found = useOperation('compliance.filings', compliance.filings.list, { classId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <div className="cp-two">
      <div>
        <h2>{t('filing.title')}</h2>
        {found.data.items.length === 0 ? <p className="dt-quiet">{t('filing.none')}</p> : null}
        <ul className="cp-facts">
          {found.data.items.map((one) => (
            <Filing key={one.id} filing={one} matrix={props.matrix} />
          ))}
        </ul>
      </div>
      {mayFile ? <FilingForm matrix={props.matrix} /> : null}
    </div>
  );
}

function Filing(props: { readonly filing: RecordedFiling; readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { locale } = useLanguage();
  const { filing, matrix } = props;
  const names = matrix.rows.filter((row) => filing.placementIds.includes(row.placementId));
  const comma = locale === 'zh-CN' ? '、' : ', ';
  const who =
    filing.placementIds.length === 0
      ? t('fact.whole')
      : names.map((row) => row.studentName).join(comma) || t('filing.others');
  return (
    <li>
      <strong>{filing.number}</strong>
      <StateTag tone={tones[filing.state]}>{t(`filing.state.${filing.state}`)}</StateTag>
      <span className="cp-wide">
        {t(`filing.kind.${filing.kind}`)} · {who}
      </span>
      <span className="cp-wide">
        {filing.kind === 'waiver' ? (
          filing.scope.map((id) => matrix.rules.find((one) => one.rule === id)?.title ?? id).join(comma)
        ) : (
          <FactValue value={filing.scope} unit={null} />
        )}
      </span>
      <span className="cp-wide dt-quiet dt-small">
        {filing.approvedOn === null ? null : (
          <>
            {t('filing.approvedOn')} <Day day={filing.approvedOn} /> ·{' '}
          </>
        )}
        {t('filing.until')} <Day day={filing.until} />
        {filing.grantedBy === '' ? null : ` · ${t('filing.grantedBy')}: ${filing.grantedBy}`}
        {filing.askedBy === '' ? null : ` · ${t('filing.askedBy')}: ${filing.askedBy}`}
      </span>
      <FilingActions filing={filing} mayFile={matrix.mayFile} />
    </li>
  );
}

function FilingActions(props: { readonly filing: RecordedFiling; readonly mayFile: boolean }) {
  const t = usePhrases('compliance');
  const input = useRef<HTMLInputElement>(null);
  const invalidates = ['compliance'];
  const attach = useWrite(compliance.filings.attach, { invalidates, done: t('filing.attached') });
  const withdraw = useWrite(compliance.filings.withdraw, { invalidates, done: t('filing.taken') });
  const { id: filingId, fileName, state } = props.filing;
  const isOpen = props.mayFile && state !== 'withdrawn';
  return (
    <span className="cp-wide cp-tags">
      {fileName === null ? null : (
        <a href={`/api/compliance/filings/${filingId}/document`} download={fileName}>
          {fileName}
        </a>
      )}
      {isOpen ? (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('filing.attach')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) attach.mutate({ filingId, file });
            }}
          />
          <Button size="small" loading={attach.isPending} onClick={() => input.current?.click()}>
            {t(fileName === null ? 'filing.attach' : 'filing.attachOther')}
          </Button>
          <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate({ filingId })}>
            {t('filing.withdraw')}
          </Button>
        </>
      ) : null}
    </span>
  );
}
