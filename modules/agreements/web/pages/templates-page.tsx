import {
  EmptyState,
  ErrorState,
  Loading,
  Moment,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useGo,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { TemplateRow } from '../../contract/templates.ts';
import { agreements } from '../client.ts';
import '../agreements.css';
import '../parts/templates.css';

/** Own templates and the standard ones, which are copied to be changed. */
export function TemplatesPage() {
  const t = usePhrases('agreement-templates');
  const tAgreements = usePhrases('agreements');
  const found = useOperation('agreements.templates', agreements.templates.list, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const own = found.data.items.filter((row) => row.id !== null);
  const standard = found.data.items.filter((row) => row.id === null);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        crumbs={[{ label: tAgreements('list.title'), to: '/agreements' }]}
      />
      <p className="dt-quiet">{t('list.note')}</p>
      <div className="ag-stack">
        <Panel title={t('list.own')}>
          {own.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.noneNote')}</EmptyState>
          ) : (
            <Rows rows={own} />
          )}
        </Panel>
        <Panel title={t('list.standard')}>
          <Rows rows={standard} />
        </Panel>
      </div>
    </>
  );
}

function Rows(props: { readonly rows: readonly TemplateRow[] }) {
  return (
    <ul className="at-rows">
      {props.rows.map((row) => (
        <Row key={row.id ?? row.kind} row={row} />
      ))}
    </ul>
  );
}

function Row(props: { readonly row: TemplateRow }) {
  const { row } = props;
  const t = usePhrases('agreement-templates');
  const tAgreements = usePhrases('agreements');
  const nameOf = useNameOf();
  const go = useGo();
  const copy = useWrite(agreements.templates.copy, {
    invalidates: ['agreements'],
    done: t('did.copy'),
    onDone: ({ id }) => go(`/agreement-templates/${id}`),
  });
  const { id, kind, title, titleEn, published, draft } = row;
  const titles = { title: t('copy.title', { title }), titleEn: `${titleEn} (copy)` };
  const from = id === null ? { kind } : published === null ? null : { templateId: id, version: published };
  return (
    <li>
      <span className="ag-title">
        <PageLink to={id === null ? `/agreement-templates/standard/${kind}` : `/agreement-templates/${id}`}>
          {nameOf({ name: title, nameEn: titleEn })}
        </PageLink>
        <span className="ag-row dt-small dt-quiet">
          {tAgreements(`kind.${kind}`)}
          {row.changedAt === null ? null : (
            <>
              <span>{row.changedName}</span>
              <Moment instant={row.changedAt} />
            </>
          )}
        </span>
      </span>
      <span className="ag-row">
        {published === null ? null : (
          <StateTag tone="done">{t('list.published', { version: published })}</StateTag>
        )}
        {draft === null ? null : <StateTag tone="now">{t('list.draft', { version: draft })}</StateTag>}
        {from === null ? null : (
          <Button size="small" loading={copy.isPending} onClick={() => copy.mutate({ from, ...titles })}>
            {t('do.copy')}
          </Button>
        )}
      </span>
    </li>
  );
}
