import { findErrorPhrase } from '@dualtrack/locales/browser';
import {
  ConfirmButton,
  FileChoice,
  Panel,
  StateTag,
  useLanguage,
  useOperation,
  usePhrases,
  useToast,
  useWrite,
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { mostPaperBytes, mostPapers, type PaperKind, paperKinds } from '../../application-paper.ts';
import type { MyDocuments } from '../../contract/documents.ts';
import type { MyClass } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { PaperLink } from './paper-link.tsx';

/** The papers beside the own application: added and removed by the student, opened to the enterprise by a minor's guardian. */
export function MyPapers(props: { readonly mine: MyClass; readonly isStudent: boolean }) {
  const { mine, isStudent } = props;
  const classId = mine.id;
  const t = usePhrases('recruitment');
  const found = useOperation('order-classes.my-papers', orderClasses.documents.mine, { classId });
  const data = found.data;
  if (data === undefined) return null;
  const mayAdd = isStudent && data.whyNotAdd === null;
  const mayRemove = isStudent && mine.whyNotApply === null;
  if (data.documents.length === 0 && !mayAdd) return null;
  return (
    <Panel title={t('papers.title')}>
      <div className="oc-stack">
        {data.needsGuardian ? (
          <p className="oc-price">{isStudent ? t('papers.minor') : t('papers.minorGuardian')}</p>
        ) : null}
        {data.documents.length === 0 ? null : (
          <ul className="oc-todo">
            {data.documents.map((one) => (
              <li key={one.id}>
                <PaperLink paper={one} />
                <span className="oc-row">
                  <StateTag>{one.isShared ? t('papers.shared') : t('papers.kept')}</StateTag>
                  {mayRemove ? <RemovePaper documentId={one.id} name={one.fileName} /> : null}
                </span>
              </li>
            ))}
          </ul>
        )}
        {isStudent || !data.needsGuardian ? null : <Consent classId={classId} mine={data} />}
        {mayAdd ? <AddPaper classId={classId} /> : null}
        <p className="dt-quiet dt-small">
          {mayAdd ? t('papers.note', { most: mostPapers }) : null} {t('papers.who')}
        </p>
      </div>
    </Panel>
  );
}

function AddPaper(props: { readonly classId: string }) {
  const t = usePhrases('recruitment');
  const toast = useToast();
  const { catalogue } = useLanguage();
  const [kind, setKind] = useState<PaperKind>('resume');
  const add = useWrite(orderClasses.documents.add, {
    invalidates: ['order-classes'],
    done: t('papers.added'),
  });
  const take = (file: File) => {
    if (file.size > mostPaperBytes) toast(t('papers.tooBig'), 'problem');
    else if (file.size === 0) toast(findErrorPhrase(catalogue, 'document.wrong-kind') ?? '', 'problem');
    else add.mutate({ classId: props.classId, kind, file });
  };
  return (
    <div className="oc-row">
      <Select
        aria-label={t('papers.kind')}
        className="oc-short"
        value={kind}
        onChange={setKind}
        options={paperKinds.map((one) => ({ value: one, label: t(`papers.${one}`) }))}
      />
      <FileChoice
        key={add.submittedAt}
        label={t('papers.choose')}
        accept=".pdf,.png,.jpg,.jpeg"
        disabled={add.isPending}
        onFile={take}
      />
    </div>
  );
}

function RemovePaper(props: { readonly documentId: string; readonly name: string }) {
  const t = usePhrases('recruitment');
  const remove = useWrite(orderClasses.documents.remove, {
    invalidates: ['order-classes'],
    done: t('papers.removed'),
  });
  return (
    <ConfirmButton
      size="small"
      type="text"
      title={`${t('papers.remove')} · ${props.name}`}
      consequence={t('papers.removeNote')}
      onConfirm={() => remove.mutateAsync({ documentId: props.documentId })}
    >
      {t('papers.remove')}
    </ConfirmButton>
  );
}

function Consent(props: { readonly classId: string; readonly mine: MyDocuments }) {
  const { classId, mine } = props;
  const t = usePhrases('recruitment');
  const share = useWrite(orderClasses.documents.share, {
    invalidates: ['order-classes'],
    done: t('papers.saved'),
  });
  const isShared = mine.documents.every((one) => one.isShared);
  return (
    <div>
      <Button
        type={isShared ? 'default' : 'primary'}
        loading={share.isPending}
        onClick={() => share.mutate({ classId, isShared: !isShared })}
      >
        {isShared ? t('papers.forbid') : t('papers.allow')}
      </Button>
    </div>
  );
}
