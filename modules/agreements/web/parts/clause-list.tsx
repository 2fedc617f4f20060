import {
  Moment,
  problemOf,
  problemSentence,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { sides } from '../../agreement.ts';
import type { NegotiationView } from '../../contract/negotiation.ts';
import type { AgreementDetail, AgreementSection } from '../../contract.ts';
import { paragraphsOf } from '../../paper.ts';
import { whyNotReword } from '../../proposal.ts';
import { useOwnSide, useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { ClauseComments } from './clause-comments.tsx';
import { ClauseHistory } from './clause-history.tsx';
import { ClauseProposals } from './clause-proposals.tsx';
import { findErrorPhraseOf } from './error-phrase.ts';
import { NegotiationHead } from './negotiation-head.tsx';
import { clausePlace, useLaw } from './use-law.ts';

/** All clauses, each with its wording in the page's language and the confirmations of both sides. */
export function ClauseList(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const { id: agreementId } = agreement;
  const found = useOperation('agreements.negotiation', agreements.negotiation.get, { agreementId });
  const findings = useLaw(agreement).data?.findings ?? [];
  return (
    <>
      {found.data === undefined ? null : <NegotiationHead agreement={agreement} negotiation={found.data} />}
      {agreement.clauses.map((section) => (
        <Clause
          key={section.clause}
          agreement={agreement}
          section={section}
          negotiation={found.data}
          findings={findings.filter((one) => one.clause === section.clause && !isSetAside(one))}
        />
      ))}
    </>
  );
}

type Law = Awaited<ReturnType<typeof agreements.law>>;
type ClauseProps = {
  readonly agreement: AgreementDetail;
  readonly section: AgreementSection;
  readonly negotiation: NegotiationView | undefined;
  readonly findings: Law['findings'];
};

function Clause(props: ClauseProps) {
  const { agreement, section, findings } = props;
  const t = usePhrases('agreements');
  const { locale } = useLanguage();
  const [open, setOpen] = useState<'edit' | 'propose' | 'history' | 'comment' | null>(null);
  const isEnglish = locale === 'en';
  const paragraphs = paragraphsOf(isEnglish ? section.bodyEn : section.body);
  return (
    <section
      id={clausePlace(section.clause)}
      tabIndex={-1}
      className={`ag-clause${findings.length > 0 ? ' ag-clause-law' : ''}`}
      aria-label={isEnglish ? section.titleEn : section.title}
    >
      <h3>
        <span>{section.position + 1}</span>
        {isEnglish ? section.titleEn : section.title}
      </h3>
      <LawMarks findings={findings} />
      {open === 'edit' || open === 'propose' ? (
        <ClauseEditor {...props} isProposal={open === 'propose'} onClose={() => setOpen(null)} />
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
        <WordButtons {...props} isOpen={open === 'edit' || open === 'propose'} onOpen={setOpen} />
        {section.revision > 1 ? (
          <Button size="small" type="text" onClick={() => setOpen(open === 'history' ? null : 'history')}>
            {t('do.history')}
          </Button>
        ) : null}
      </div>
      <Talk {...props} isOpen={open === 'comment'} />
      {open === 'history' ? <ClauseHistory agreementId={agreement.id} clause={section.clause} /> : null}
    </section>
  );
}

/** Two people agreed that the reader of words was mistaken. */
const isSetAside = ({ override }: Law['findings'][number]) =>
  override?.state === 'granted' && !override.isLapsed;

/** The rules that this clause speaks against, beside its words. */
function LawMarks(props: { readonly findings: Law['findings'] }) {
  if (props.findings.length === 0) return null;
  return (
    <ul className="ag-law dt-small">
      {props.findings.map((one) => (
        <li key={one.rule} className={one.isBlocking ? 'ag-law-must' : undefined}>
          {one.title}
        </li>
      ))}
    </ul>
  );
}

const isWordable = (agreement: AgreementDetail) => ['negotiating', 'confirmed'].includes(agreement.state);

/** What the other side and the own one said and proposed here. */
function Talk(props: ClauseProps & { readonly isOpen: boolean }) {
  const { agreement, section, negotiation, isOpen } = props;
  const { clause } = section;
  const here = <Any extends { clause: string }>(list: readonly Any[] = []) =>
    list.filter((one) => one.clause === clause);
  const proposals = here(negotiation?.proposals);
  const threads = here(negotiation?.threads);
  if (!isOpen && proposals.length + threads.length === 0) return null;
  const mayWrite = isWordable(agreement) && agreement.abilities.edit == null;
  const place = { agreementId: agreement.id, mayWrite };
  return (
    <div className="ag-talk">
      <ClauseProposals {...place} proposals={proposals} />
      <ClauseComments {...place} clause={clause} threads={threads} isOpen={isOpen} />
    </div>
  );
}

function WordButtons(
  props: ClauseProps & {
    readonly isOpen: boolean;
    readonly onOpen: (what: 'edit' | 'propose' | 'comment') => void;
  },
) {
  const { agreement, section, negotiation, isOpen, onOpen } = props;
  const t = usePhrases('agreements');
  const tOwn = usePhrases('agreement-templates');
  const { catalogue } = useLanguage();
  const whyNot = useWhyNot();
  const own = useOwnSide();
  if (isOpen || !isWordable(agreement)) return null;
  const route = negotiation?.route ?? 'negotiated';
  const code = own === null ? null : whyNotReword(section, own, route);
  const notAtAll = whyNot(agreement.abilities.edit);
  const notOwn = code === null ? undefined : findErrorPhraseOf(catalogue, code);
  return (
    <>
      {code === 'section.not-own' ? null : (
        <WhyNotButton size="small" type="text" whyNot={notAtAll ?? notOwn} onClick={() => onOpen('edit')}>
          {t('do.edit')}
        </WhyNotButton>
      )}
      {notAtAll === undefined && route === 'negotiated' ? (
        <Button size="small" type="text" onClick={() => onOpen('propose')}>
          {tOwn('proposal.do')}
        </Button>
      ) : null}
      {notAtAll === undefined ? (
        <Button size="small" type="text" onClick={() => onOpen('comment')}>
          {tOwn('comment.do')}
        </Button>
      ) : null}
      {section.owner === null ? null : (
        <span className="dt-small dt-quiet">{tOwn(`owner.${section.owner}`)}</span>
      )}
    </>
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
            {mark === null ? null : (
              <div className="dt-small dt-quiet">
                <Moment instant={mark.at} />
              </div>
            )}
          </div>
        );
      })}
      <div className="dt-small dt-quiet">
        {changedSide === null
          ? t('clause.revision', { revision })
          : t('clause.byHand', { side: t(`side.${changedSide}`) })}
        {section.changedName === '' ? '' : ` · ${section.changedName}`} ·{' '}
        <Moment instant={section.changedAt} />
      </div>
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

function ClauseEditor(props: ClauseProps & { readonly isProposal: boolean; readonly onClose: () => void }) {
  const { agreement, section, isProposal, onClose } = props;
  const t = usePhrases('agreements');
  const tOwn = usePhrases('agreement-templates');
  const { catalogue } = useLanguage();
  const [body, setBody] = useState(section.body);
  const [bodyEn, setBodyEn] = useState(section.bodyEn);
  const [reason, setReason] = useState('');
  const options = { invalidates: ['agreements'], showsProblems: true, onDone: onClose };
  const save = useWrite(agreements.editSection, { ...options, done: t('did.save') });
  const propose = useWrite(agreements.negotiation.propose, { ...options, done: tOwn('did.propose') });
  const { clause, revision } = section;
  const words = { agreementId: agreement.id, clause, revision, body, bodyEn };
  const send = () => (isProposal ? propose.mutate({ ...words, reason }) : save.mutate(words));
  const error = save.error ?? propose.error;
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
      {isProposal ? (
        <Input
          aria-label={tOwn('proposal.reason')}
          placeholder={tOwn('proposal.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      {error ? (
        <p className="ag-verdict ag-verdict-failed" role="alert">
          {problemSentence(catalogue, problemOf(error))}
        </p>
      ) : null}
      <div className="ag-row">
        <Button type="primary" loading={save.isPending || propose.isPending} onClick={send}>
          {isProposal ? tOwn('proposal.send') : t('do.save')}
        </Button>
        <Button onClick={onClose}>{t('do.cancel')}</Button>
      </div>
    </div>
  );
}
