import {
  Day,
  DayRange,
  Money,
  ObjectPage,
  Panel,
  PersonName,
  StateTag,
  StateTrack,
  WhyNotButton,
} from '@dualtrack/ui';

const stops = ['草稿', '协商', '双方确认', '签署', '履行', '到期'].map((label) => ({ key: label, label }));

/** The page of one thing. */
export function AgreementPage() {
  return (
    <ObjectPage
      title="机电一体化技术订单培养协议"
      crumbs={[
        { label: '首页', to: '/' },
        { label: '合作协议', to: '/list' },
      ]}
      state={<StateTag tone="now">待签署</StateTag>}
      sides={{ school: '伊州职业技术学院', enterprise: '定远新材料集团有限公司' }}
      track={<StateTrack stops={stops} current="签署" reached={{ school: '履行', enterprise: '签署' }} />}
      nextStep={{
        by: 'enterprise',
        sentence: '学校已于 11 月 20 日签署，等待企业法定代表人签署。',
        action: (
          <WhyNotButton type="primary" whyNot="只有企业一方的代表可以在此签署。">
            签署
          </WhyNotButton>
        ),
      }}
      facts={[
        { label: '协议编号', value: 'YZ-DY-2026-003' },
        { label: '期限', value: <DayRange from="2026-03-02" to="2029-02-28" /> },
        { label: '培养人数', value: '36 人' },
        { label: '实习津贴', value: <Money money={{ amount: 258000, currency: 'CNY' }} perMonth /> },
        { label: '开班日期', value: <Day day="2026-03-02" /> },
        { label: '适用规定', value: '职业学校学生实习管理规定（2021）' },
      ]}
      tabs={[
        { key: 'terms', label: '条款', count: 20, content: () => <p>第一条　合作目标……</p> },
        { key: 'obligations', label: '双方义务', count: 12, content: () => <p>……</p> },
        { key: 'files', label: '文件', content: () => <p>……</p> },
      ]}
      aside={
        <>
          <Panel title="人员">
            <PersonName person={{ name: '马建国' }} side="school" />
            <br />
            <PersonName person={{ name: '陈志强' }} side="enterprise" />
          </Panel>
          <Panel title="历史">
            <p className="dt-quiet">2026年11月20日　学校签署</p>
            <p className="dt-quiet">2026年11月12日　双方确认全部条款</p>
          </Panel>
        </>
      }
    />
  );
}
