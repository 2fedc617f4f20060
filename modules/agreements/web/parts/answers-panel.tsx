import {
  Panel,
  problemOf,
  problemSentence,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { type GivenValues, sentAnswers } from '../../template-values.ts';
import type { TemplateVariable } from '../../template-variables.ts';
import { useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { TemplateAnswers } from './template-answers.tsx';
import './templates.css';

/** What was answered to the template when the agreement was begun, to be corrected until it is signed. */
export function AnswersPanel(props: { readonly agreementId: string }) {
  const { agreementId } = props;
  const t = usePhrases('agreement-templates');
  const whyNot = useWhyNot();
  const [isOpen, setOpen] = useState(false);
  const found = useOperation('agreements.answers', agreements.answers, { agreementId });
  if (found.data === undefined || found.data.variables.length === 0) return null;
  const { variables, given } = found.data;
  return (
    <Panel
      title={t('use.answers')}
      actions={
        isOpen ? null : (
          <WhyNotButton size="small" whyNot={whyNot(found.data.whyNot)} onClick={() => setOpen(true)}>
            {t('answers.correct')}
          </WhyNotButton>
        )
      }
    >
      <p className="dt-quiet">{t('answers.note')}</p>
      {isOpen ? <Form {...{ agreementId, variables, given }} onDone={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function Form(props: {
  readonly agreementId: string;
  readonly variables: readonly TemplateVariable[];
  readonly given: GivenValues;
  readonly onDone: () => void;
}) {
  const { agreementId, variables, onDone } = props;
  const t = usePhrases('agreements');
  const { catalogue } = useLanguage();
  const [given, setGiven] = useState(props.given);
  const save = useWrite(agreements.setAnswers, {
    invalidates: ['agreements'],
    done: t('did.save'),
    showsProblems: true,
    onDone,
  });
  return (
    <div className="ag-stack">
      <TemplateAnswers variables={variables} given={given} onChange={setGiven} />
      {save.error ? (
        <p className="ag-verdict ag-verdict-failed" role="alert">
          {problemSentence(catalogue, problemOf(save.error))}
        </p>
      ) : null}
      <div className="ag-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ agreementId, given: sentAnswers(given) })}
        >
          {t('do.save')}
        </Button>
        <Button onClick={onDone}>{t('do.cancel')}</Button>
      </div>
    </div>
  );
}
