import {
  DayRange,
  ErrorState,
  FactList,
  Loading,
  PageHeader,
  Panel,
  StateTag,
  useLanguage,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { MyInternship } from '../../contract/internships.ts';
import { paragraphsOf } from '../../paper.ts';
import { type GivenValues, sentAnswers } from '../../template-values.ts';
import { toneOf } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { MyInternshipSign } from '../parts/my-internship-sign.tsx';
import { PartyMarks } from '../parts/party-marks.tsx';
import { TemplateAnswers } from '../parts/template-answers.tsx';
import '../agreements.css';
import '../internships.css';
import '../parts/templates.css';

/** One tripartite agreement on the phone of a student or guardian: completing, reading, signing. */
export function MyInternshipPage() {
  const agreementId = usePathParam('agreementId');
  const found = useOperation('agreements.my-internship', agreements.internships.mine.get, { agreementId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <Mine mine={found.data} />;
}

type MineProps = { readonly mine: MyInternship };

function Mine(props: MineProps) {
  const { mine } = props;
  const t = usePhrases('internships');
  const ta = usePhrases('agreements');
  const nameOf = useNameOf();
  const isStudent = useSession().membership.role === 'student';
  const waits = mine.state === 'signing' && mine.whyNot === null;
  return (
    <div className="in-narrow ag-stack">
      <PageHeader
        title={nameOf({ name: mine.postTitle, nameEn: mine.postTitleEn })}
        crumbs={[
          { label: isStudent ? t('mine.title') : t('mine.titleGuardian'), to: '/my-internship-agreements' },
        ]}
        state={
          waits ? (
            <StateTag tone="soon">{t('mine.waits')}</StateTag>
          ) : (
            <StateTag tone={toneOf(mine.state)}>{ta(`state.${mine.state}`)}</StateTag>
          )
        }
        sides={{
          school: nameOf({ name: mine.school, nameEn: mine.schoolEn }),
          enterprise: nameOf({ name: mine.enterprise, nameEn: mine.enterpriseEn }),
        }}
      />
      <FactList
        facts={[
          { label: t('party.student'), value: mine.studentName },
          ...(mine.validFrom === null || mine.validTo === null
            ? []
            : [{ label: t('mine.period'), value: <DayRange from={mine.validFrom} to={mine.validTo} /> }]),
          { label: ta('list.number'), value: mine.number },
        ]}
      />
      {mine.declineReason === '' ? null : (
        <p className="ag-verdict ag-verdict-failed">{t('mine.declined', { reason: mine.declineReason })}</p>
      )}
      {mine.mayAnswer ? <Details mine={mine} /> : null}
      {mine.state === 'negotiating' ? <p className="dt-quiet">{t('mine.notYet')}</p> : null}
      <AgreementText mine={mine} />
      {mine.state === 'signing' || mine.state === 'in-force' ? (
        <Panel title={t('mine.tracker')}>
          <PartyMarks signed={mine.signed} hasDays />
        </Panel>
      ) : null}
      <MyInternshipSign mine={mine} />
    </div>
  );
}

function Details(props: MineProps) {
  const { mine } = props;
  const t = usePhrases('internships');
  const [given, setGiven] = useState<GivenValues>(mine.given);
  const save = useWrite(agreements.internships.mine.answer, {
    invalidates: ['agreements'],
    done: t('did.save'),
  });
  return (
    <Panel title={t('mine.details')}>
      <div className="ag-stack">
        <p className="dt-quiet">{t('mine.detailsNote')}</p>
        <TemplateAnswers variables={mine.questions} given={given} onChange={setGiven} />
        <div>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => save.mutate({ agreementId: mine.id, given: sentAnswers(given) })}
          >
            {t('do.save')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function AgreementText(props: MineProps) {
  const t = usePhrases('internships');
  const { locale } = useLanguage();
  const isEnglish = locale === 'en';
  return (
    <Panel title={t('mine.text')}>
      <div className="in-text">
        {props.mine.sections.map((section) => (
          <section key={section.clause}>
            <h3>{isEnglish ? section.titleEn || section.title : section.title}</h3>
            {paragraphsOf(isEnglish ? section.bodyEn || section.body : section.body).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}
