import {
  PageHeader,
  useAddressQuery,
  useLanguage,
  usePhrases,
  useSession,
  useToast,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { organisations } from '../client.ts';
import { isSheetFile } from '../parts/dropped-files.ts';
import { ImportDrop } from '../parts/import-drop.tsx';
import { ImportFiles } from '../parts/import-files.tsx';
import { ImportRun } from '../parts/import-run.tsx';
import { tableName } from '../parts/table-name.ts';
import { TemplateList, tablesFor } from '../parts/template-list.tsx';
import '../organisations.css';

type StartInput = Parameters<typeof organisations.imports.start>[0];

// Every press of the button is an import of its own: two lots of files look alike to an idempotency key.
const start = (input: StartInput) => organisations.imports.start(input);

/** Import of the organisation's own files: choose, check or import, follow, and see what has to be put right. */
export function ImportPage() {
  const t = usePhrases('imports');
  const [query, change] = useAddressQuery();
  const runId = query.run;
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {runId === undefined || runId === '' ? (
        <ChooseFiles onStarted={(id) => change({ run: id })} />
      ) : (
        <ImportRun key={runId} runId={runId} onAgain={() => change({ run: undefined })} />
      )}
    </>
  );
}

function ChooseFiles(props: { readonly onStarted: (runId: string) => void }) {
  const t = usePhrases('imports');
  const { locale } = useLanguage();
  const toast = useToast();
  const { membership } = useSession();
  const { kind } = membership.organisation;
  const [files, setFiles] = useState<readonly File[]>([]);
  const write = useWrite(start, { onDone: ({ runId }) => props.onStarted(runId) });
  const add = (given: readonly File[]) => {
    const sheets = given.filter((file) => isSheetFile(file.name));
    const names = new Set(sheets.map((file) => file.name));
    setFiles((before) => [...before.filter((file) => !names.has(file.name)), ...sheets]);
    if (sheets.length < given.length)
      toast(t('files.skipped', { count: given.length - sheets.length }), 'problem');
  };
  const whyNot = files.length === 0 ? t('whyNot') : undefined;
  const examples = tablesFor(kind)
    .slice(1, 4)
    .map((key, at) => `${tableName(key, locale)}.${at === 0 ? 'xlsx' : 'csv'}`)
    .join(locale === 'zh-CN' ? '、' : ', ');
  return (
    <div className="org-page">
      <ImportDrop examples={examples} onFiles={add} />
      {files.length === 0 ? null : (
        <ImportFiles files={files} onRemove={(file) => setFiles(files.filter((one) => one !== file))} />
      )}
      <div className="org-bar">
        <WhyNotButton
          type="primary"
          whyNot={whyNot}
          loading={write.isPending}
          onClick={() => write.mutate({ files: [...files], checkOnly: 'false' })}
        >
          {t('start')}
        </WhyNotButton>
        {files.length === 0 ? null : (
          <Button
            disabled={write.isPending}
            onClick={() => write.mutate({ files: [...files], checkOnly: 'true' })}
          >
            {t('check')}
          </Button>
        )}
      </div>
      <TemplateList kind={kind} />
    </div>
  );
}
