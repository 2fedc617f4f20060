import type en from '../en/obligations.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '履约事项',
  'feed.name': '双轨：履约日程',
  'feed.due': '到期：',
  'feed.met': '已完成：',
  'feed.own': '由本方履行',
  'feed.other': '由对方履行',
  'feed.lastDay': '“{name}”最后一天',
} satisfies Phrases<typeof en>;
