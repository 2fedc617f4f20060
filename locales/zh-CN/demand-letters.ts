import type en from '../en/demand-letters.ts';
import type { Phrases } from '../phrases.ts';

export default {
  letter: '{name}，您好！\n\n{body}\n\n请点此查看：{link}\n',
  'subject.published': '{enterprise}招{post} {people} 人',
  'text.published':
    '{enterprise}自 {quarter} 起需要“{post}”{people} 人。该需求自 {from} 起由贵校受理，请于 {until} 前答复。凭下面的链接不登录即可答复，请勿外传。',
  'subject.offered': '{school}可为{post}培养 {seats} 人',
  'text.offered': '{school}可为“{post}”岗位培养 {seats} 人。请于 {until} 前据此下订单。',
  'subject.declined': '{school}未能承接{post}的用人需求',
  'text.declined': '{school}婉拒了“{post}”岗位的用人需求，理由见页面。',
  'subject.closed': '{enterprise}已撤回{post}的用人需求',
  'text.closed': '{enterprise}不再招“{post}”，贵校无须再处理。',
  'subject.silent-school': '已暂停：{post}的用人需求在 {until} 前未答复',
  'text.silent-school':
    '{enterprise}“{post}”的用人需求应于 {until} 前答复。答复之前，其他企业不能向{school}发布需求。',
  'subject.silent-enterprise': '已暂停：{post}的名额在 {until} 前未确认',
  'text.silent-enterprise': '{school}为“{post}”提供的名额应于 {until} 前确认。您仍可据此下订单。',
  'subject.order-proposed': '{enterprise}提出订单：{class}',
  'text.order-proposed': '{enterprise}提出订单“{class}”，{seats} 人，自 {quarter} 起，等待{school}答复。',
  'subject.order-accepted': '{school}已接受订单：{class}',
  'text.order-accepted': '{school}已接受订单“{class}”，可以据此签约。',
  'subject.order-declined': '{school}未接受订单：{class}',
  'text.order-declined': '{school}未接受订单“{class}”，理由见订单页面。',
  'subject.opinion': '请就订单“{class}”发表意见',
  'text.opinion':
    '{school}答复{enterprise}之前，请您就订单“{class}”（{seats} 人，自 {quarter} 起）发表意见。',
} satisfies Phrases<typeof en>;
