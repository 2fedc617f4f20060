import {
  Moment,
  PageLink,
  Panel,
  problemOf,
  problemSentence,
  SideTag,
  useLanguage,
  usePhrases,
  useWrite,
  WhyNotButton,
  writeDay,
} from '@dualtrack/ui';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { AgreementCourse, NoticeView } from '../../contract/amendments.ts';
import { type NoticeKind, noticeGrounds, whyNotNotice } from '../../notice.ts';
import { useOwnSide, useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';

type NoticesProps = { readonly agreementId: string; readonly course: AgreementCourse };
const invalidates = ['agreements'];

/** Notices of both sides to suspend, resume or end, and the buttons to give and answer them. */
export function Notices(props: NoticesProps) {
  const { course } = props;
  const t = usePhrases('obligations');
  const whyNot = useWhyNot();
  const [kind, setKind] = useState<NoticeKind | null>(null);
  const kinds =
    course.whyNot.resume === null ? (['resume', 'terminate'] as const) : (['suspend', 'terminate'] as const);
  return (
    <Panel
      title={t('notice.title')}
      count={course.notices.length}
      actions={
        <span className="ag-row">
          {kinds.map((one) => (
            <WhyNotButton key={one} whyNot={whyNot(course.whyNot[one])} onClick={() => setKind(one)}>
              {t(`notice.${one}`)}
            </WhyNotButton>
          ))}
        </span>
      }
    >
      {course.notices.length === 0 ? <p className="dt-quiet">{t('notice.none')}</p> : null}
      <ul className="duty-lines">
        {course.notices.map((notice) => (
          <Notice key={notice.id} {...props} notice={notice} />
        ))}
      </ul>
      {kind === null ? null : <NoticeDialog {...props} kind={kind} onClose={() => setKind(null)} />}
    </Panel>
  );
}

function Notice(props: NoticesProps & { readonly notice: NoticeView }) {
  const { agreementId, notice } = props;
  const t = usePhrases('obligations');
  const { locale } = useLanguage();
  const own = useOwnSide();
  const answer = useWrite(agreements.amendments.answerNotice, { invalidates, done: t('did.answer') });
  const day = writeDay(locale, notice.effectiveOn);
  return (
    <li>
      <div>
        {t('notice.line', { kind: t(`notice.${notice.kind}`), day, ground: t(`notice.${notice.ground}`) })}
      </div>
      <div className="dt-small dt-quiet">
        {notice.reason}{' '}
        {notice.paperId === null ? null : (
          <PageLink to={`/agreements/${notice.paperId}`}>{t('paper.ofNotice')}</PageLink>
        )}
      </div>
      <div className="ag-row dt-small dt-quiet">
        <SideTag side={notice.side}>{notice.name}</SideTag>
        <Moment instant={notice.at} />
        <span>
          {t(`notice.${notice.state}`)} {notice.answeredName}
        </span>
        {notice.answeredAt === null ? null : <Moment instant={notice.answeredAt} />}
        {(['agree', 'refuse', 'withdraw'] as const)
          .filter((action) => whyNotNotice(notice, own, action) === null)
          .map((action) => (
            <Button
              key={action}
              size="small"
              loading={answer.isPending}
              onClick={() => answer.mutate({ agreementId, noticeId: notice.id, action })}
            >
              {t(`do.${action}`)}
            </Button>
          ))}
      </div>
    </li>
  );
}

function NoticeDialog(props: NoticesProps & { readonly kind: NoticeKind; readonly onClose: () => void }) {
  const { agreementId, course, kind, onClose } = props;
  const t = usePhrases('obligations');
  const { catalogue, locale } = useLanguage();
  const [ground, setGround] = useState<(typeof noticeGrounds)[number]>('consent');
  const first = kind === 'resume' ? course.earliest.consent : course.earliest[ground];
  const [effectiveOn, setDay] = useState(course.earliest.consent ?? '');
  const [reason, setReason] = useState('');
  const give = useWrite(agreements.amendments.giveNotice, {
    invalidates,
    done: t('notice.did'),
    showsProblems: true,
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t(`notice.${kind}`)}
      okText={t('notice.give')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 || effectiveOn === '' }}
      confirmLoading={give.isPending}
      onOk={() => give.mutate({ agreementId, kind, ground, reason, effectiveOn })}
      onCancel={onClose}
    >
      <div className="duty-form">
        <label htmlFor="notice-ground">
          {t('notice.ground')}
          <Select
            id="notice-ground"
            value={ground}
            options={noticeGrounds.map((value) => ({ value, label: t(`notice.${value}`) }))}
            onChange={(value) => {
              setGround(value);
              setDay(kind === 'resume' ? effectiveOn : (course.earliest[value] ?? effectiveOn));
            }}
          />
        </label>
        <label htmlFor="notices-1">
          {t('notice.on')}
          <Input
            id="notices-1"
            type="date"
            value={effectiveOn}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        {first === undefined ? null : (
          <p className="dt-small dt-quiet">{t('notice.earliest', { day: writeDay(locale, first) })}</p>
        )}
        <label htmlFor="notices-2">
          {t('notice.reason')}
          <Input.TextArea
            id="notices-2"
            value={reason}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {give.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(give.error))}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
