import { problemOf, problemSentence, useLanguage, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { sides } from '../../agreement.ts';
import type { AgreementDetail, AgreementSection } from '../../contract.ts';
import { paragraphsOf } from '../../paper.ts';
import { useOwnSide, useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { ClauseHistory } from './clause-history.tsx';

/** All clauses, each with its wording in the page's language and the confirmations of both sides. */
export function ClauseList(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  return agreement.clauses.map((section) => (
    <Clause key={section.clause} agreement={agreement} section={section} />
  ));
}

type ClauseProps = { readonly agreement: AgreementDetail; readonly section: AgreementSection };

function Clause(props: ClauseProps) {
  const { agreement, section } = props;
  const t = usePhrases('agreements');
  const { locale } = useLanguage();
  const [open, setOpen] = useState<'edit' | 'history' | null>(null);
  const isEnglish = locale === 'en';
  const paragraphs = paragraphsOf(isEnglish ? section.bodyEn : section.body);
  return (
    <section className="ag-clause" aria-label={isEnglish ? section.titleEn : section.title}>
      <h3>
        <span>{section.position + 1}</span>
        {isEnglish ? section.titleEn : section.title}
      </h3>
      {open === 'edit' ? (
        <ClauseEditor {...props} onClose={() => setOpen(null)} />
      ) : (
        <>
          <div className="ag-body">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <Marks {...props} />
        </>
      )}
      <div className="ag-row">
        <EditButton agreement={agreement} isOpen={open === 'edit'} onClick={() => setOpen('edit')} />
        {section.revision > 1 ? (
          <Button size="small" type="text" onClick={() => setOpen(open === 'history' ? null : 'history')}>
            {t('do.history')}
          </Button>
        ) : null}
      </div>
      {open === 'history' ? <ClauseHistory agreementId={agreement.id} clause={section.clause} /> : null}
    </section>
  );
}

function EditButton(props: {
  readonly agreement: AgreementDetail;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}) {
  const t = usePhrases('agreements');
  const whyNot = useWhyNot();
  const isPast = !['negotiating', 'confirmed'].includes(props.agreement.state);
  if (props.isOpen || isPast) return null;
  return (
    <WhyNotButton
      size="small"
      type="text"
      whyNot={whyNot(props.agreement.abilities.edit)}
      onClick={props.onClick}
    >
      {t('do.edit')}
    </WhyNotButton>
  );
}

function Marks(props: ClauseProps) {
  const { agreement, section } = props;
  const t = usePhrases('agreements');
  const own = useOwnSide();
  const whyNot = useWhyNot();
  const confirm = useWrite(agreements.confirm, { invalidates: ['agreements'], done: t('did.confirm') });
  const { clause, revision, changedSide } = section;
  const isOpen = agreement.state === 'negotiating' && own !== null && section.confirmed[own] === null;
  return (
    <div className="ag-marks">
      {sides.map((side) => {
        const mark = section.confirmed[side];
        return (
          <div key={side} className={`ag-mark${mark === null ? '' : ` ag-mark-${side}`}`}>
            {mark === null
              ? t('clause.open', { side: t(`side.${side}`) })
              : t('clause.confirmedBy', { side: t(`side.${side}`), name: mark.name })}
          </div>
        );
      })}
      {changedSide === null ? null : (
        <div className="dt-quiet">{t('clause.byHand', { side: t(`side.${changedSide}`) })}</div>
      )}
      {isOpen && whyNot(agreement.abilities.confirm) === undefined ? (
        <div>
          <Button
            size="small"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ agreementId: agreement.id, sections: [{ clause, revision }] })}
          >
            {t('do.confirm')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ClauseEditor(props: ClauseProps & { readonly onClose: () => void }) {
  const { agreement, section, onClose } = props;
  const t = usePhrases('agreements');
  const { catalogue } = useLanguage();
  const [body, setBody] = useState(section.body);
  const [bodyEn, setBodyEn] = useState(section.bodyEn);
  const save = useWrite(agreements.editSection, {
    invalidates: ['agreements'],
    done: t('did.save'),
    showsProblems: true,
    onDone: onClose,
  });
  const { clause, revision } = section;
  return (
    <div className="ag-edit">
      <label htmlFor={`${section.clause}-body`}>{t('clause.wording')}</label>
      <Input.TextArea
        id={`${section.clause}-body`}
        value={body}
        autoSize={{ minRows: 3 }}
        onChange={(event) => setBody(event.target.value)}
      />
      <label htmlFor={`${section.clause}-bodyEn`}>{t('clause.wordingEn')}</label>
      <Input.TextArea
        id={`${section.clause}-bodyEn`}
        value={bodyEn}
        autoSize={{ minRows: 3 }}
        onChange={(event) => setBodyEn(event.target.value)}
      />
      <div className="dt-small dt-quiet">{t('clause.paragraphs')}</div>
      {save.error ? (
        <p className="ag-verdict ag-verdict-failed" role="alert">
          {problemSentence(catalogue, problemOf(save.error))}
        </p>
      ) : null}
      <div className="ag-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ agreementId: agreement.id, clause, revision, body, bodyEn })}
        >
          {t('do.save')}
        </Button>
        <Button onClick={onClose}>{t('do.cancel')}</Button>
      </div>
    </div>
  );
}
