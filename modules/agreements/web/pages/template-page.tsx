import {
  ConfirmButton,
  ErrorState,
  Loading,
  Moment,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useAddressQuery,
  useGo,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { checkTemplate } from '../../check-template.ts';
import type { TemplateDetail } from '../../contract/templates.ts';
import { templateKinds } from '../../template-variables.ts';
import { agreements } from '../client.ts';
import { TemplateEditor, type TemplateWords } from '../parts/template-editor.tsx';
import { WordDiff } from '../parts/word-diff.tsx';
import '../agreements.css';

/** A template that ships with the product, to read and to copy. */
export function StandardTemplatePage() {
  const wanted = usePathParam('kind');
  const kind = templateKinds.find((one) => one === wanted) ?? 'order-class';
  const found = useOperation('agreements.standardTemplate', agreements.templates.standard, { kind });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <TemplateView template={found.data} />;
}

/** An own template: its draft to write in, or its newest version to read. */
export function TemplatePage() {
  const templateId = usePathParam('templateId');
  const [query] = useAddressQuery();
  const wanted = Number(query.version);
  const found = useOperation('agreements.template', agreements.templates.get, {
    templateId,
    ...(Number.isInteger(wanted) && wanted > 0 ? { version: wanted } : {}),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  // A new version is a new page: what was typed belongs to the one before.
  return <TemplateView key={found.data.version} template={found.data} />;
}

function TemplateView(props: { readonly template: TemplateDetail }) {
  const { template } = props;
  const t = usePhrases('agreement-templates');
  const tAgreements = usePhrases('agreements');
  const nameOf = useNameOf();
  const { kind, state, title, titleEn, body, bodyEn, variables } = template;
  const [words, setWords] = useState<TemplateWords>({ title, titleEn, body, bodyEn, variables });
  const isOlder = template.versions.some((one) => one.version > (template.version ?? 0));
  const tone = state === 'published' ? 'done' : state === 'draft' ? 'now' : 'plain';
  return (
    <>
      <PageHeader
        title={nameOf({ name: words.title, nameEn: words.titleEn })}
        crumbs={[{ label: t('list.title'), to: '/agreement-templates' }]}
        actions={isOlder ? null : <Actions template={template} words={words} />}
      />
      <p className="ag-row">
        <StateTag tone={tone}>{t(`state.${state}`)}</StateTag>
        <span className="dt-quiet">{tAgreements(`kind.${kind}`)}</span>
        {template.version === null ? null : (
          <span className="dt-quiet">{t('versions.row', { version: template.version })}</span>
        )}
      </p>
      {template.id !== null && isOlder ? <OlderVersion template={template} templateId={template.id} /> : null}
      <TemplateEditor kind={kind} words={words} isReadOnly={state !== 'draft'} onChange={setWords} />
      {template.versions.length === 0 ? null : <Versions template={template} />}
    </>
  );
}

type ActionProps = { readonly template: TemplateDetail; readonly words: TemplateWords };

function Actions(props: ActionProps) {
  const { template } = props;
  const t = usePhrases('agreement-templates');
  const go = useGo();
  const { id, kind, state, version, title, titleEn } = template;
  const copy = useWrite(agreements.templates.copy, {
    invalidates: ['agreements'],
    done: t('did.copy'),
    onDone: (made) => go(`/agreement-templates/${made.id}`),
  });
  const next = useWrite(agreements.templates.newDraft, { invalidates: ['agreements'] });
  if (id !== null && state === 'draft') return <DraftActions {...props} templateId={id} />;
  const use = id === null ? `kind=${kind}` : `template=${id}&version=${version}`;
  return (
    <span className="ag-row">
      {id === null ? (
        <Button
          loading={copy.isPending}
          onClick={() =>
            copy.mutate({
              from: { kind },
              title: t('copy.title', { title }),
              titleEn: `${titleEn} (copy)`,
            })
          }
        >
          {t('do.copy')}
        </Button>
      ) : (
        <Button loading={next.isPending} onClick={() => next.mutate({ templateId: id })}>
          {t('do.newDraft')}
        </Button>
      )}
      <PageLink className="dt-button dt-button-primary" to={`/agreements/new?${use}`}>
        {t('do.use')}
      </PageLink>
    </span>
  );
}

function DraftActions(props: ActionProps & { readonly templateId: string }) {
  const { template, words, templateId } = props;
  const t = usePhrases('agreement-templates');
  const go = useGo();
  const save = useWrite(agreements.templates.save, { invalidates: ['agreements'], done: t('did.save') });
  const publish = useWrite(agreements.templates.publish, {
    invalidates: ['agreements'],
    done: t('did.publish'),
  });
  const discard = useWrite(agreements.templates.discard, {
    invalidates: ['agreements'],
    done: t('did.discard'),
    onDone: () => go('/agreement-templates'),
  });
  const { kind, revision, title, titleEn, body, bodyEn, variables } = template;
  const isSaved = JSON.stringify({ title, titleEn, body, bodyEn, variables }) === JSON.stringify(words);
  const count = checkTemplate({ kind, ...words }).length;
  const whyNot = count > 0 ? t('error.template.flawed', { count }) : isSaved ? undefined : t('edit.unsaved');
  return (
    <span className="ag-row">
      <span className="dt-small dt-quiet">{isSaved ? t('edit.saved') : t('edit.unsaved')}</span>
      <ConfirmButton
        title={t('discard.ask')}
        consequence={t('discard.consequence')}
        onConfirm={() => discard.mutateAsync({ templateId })}
      >
        {t('do.discard')}
      </ConfirmButton>
      <Button
        loading={save.isPending}
        disabled={isSaved}
        onClick={() => save.mutate({ templateId, revision, ...words })}
      >
        {t('do.save')}
      </Button>
      <WhyNotButton
        type="primary"
        whyNot={whyNot}
        loading={publish.isPending}
        onClick={() => publish.mutate({ templateId, revision })}
      >
        {t('do.publish')}
      </WhyNotButton>
    </span>
  );
}

/** An older version is read only; what has changed since is shown word by word. */
function OlderVersion(props: { readonly template: TemplateDetail; readonly templateId: string }) {
  const { template, templateId } = props;
  const t = usePhrases('agreement-templates');
  const newest = useOperation('agreements.template', agreements.templates.get, { templateId });
  return (
    <Panel title={t('versions.older')}>
      <p className="dt-quiet">
        {t('versions.olderNote')}{' '}
        <PageLink to={`/agreement-templates/${templateId}`}>{t('versions.newest')}</PageLink>
      </p>
      {newest.data === undefined ? (
        <Loading />
      ) : (
        <div className="at-diffs">
          <WordDiff before={template.body} after={newest.data.body} language="zh" />
          <WordDiff before={template.bodyEn} after={newest.data.bodyEn} language="en" />
        </div>
      )}
    </Panel>
  );
}

function Versions(props: { readonly template: TemplateDetail }) {
  const t = usePhrases('agreement-templates');
  const { id, version } = props.template;
  return (
    <Panel title={t('versions.title')}>
      <ul className="at-rows">
        {props.template.versions.map((row) => (
          <li key={row.version}>
            {row.version === version ? (
              <strong>{t('versions.row', { version: row.version })}</strong>
            ) : (
              <PageLink to={`/agreement-templates/${id}?version=${row.version}`}>
                {t('versions.row', { version: row.version })}
              </PageLink>
            )}
            <span className="ag-row dt-small dt-quiet">
              {row.publishedAt === null
                ? t('versions.draftBy', { name: row.changedName })
                : t('versions.by', { name: row.publishedName })}
              <Moment instant={row.publishedAt ?? row.changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
