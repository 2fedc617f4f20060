import type en from '../en/errors.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'session.required': '请先登录。',
  'session.wrong-name-or-password': '账号或密码不正确。',
  'session.locked': '尝试次数过多，请在 {minutes} 分钟后重试。',
  'access.forbidden': '当前角色无权执行此操作。',
  'access.other-origin': '该请求来自其他网站，已被拒绝。',
  'link.unknown': '此链接不存在、已过期或已撤回，请重新索取。',
  'thing.not-found': '未找到该内容，或其属于您当前身份以外的单位。',
  'route.not-found': '{path} 处没有该服务。',
  'input.invalid': '部分内容有误，已在相应位置标出。',
  'input.too-large': '内容超过允许的大小。',
  'input.malformed': '发送的内容无法读取。',
  'idempotency.key-required': '请求缺少标识，请重新加载页面后再试。',
  'idempotency.key-reused': '该请求曾以不同内容提交过，请重新加载页面后再试。',
  'request.too-many': '操作过于频繁，请 {seconds} 秒后再试。',
  'server.stopping': '服务器正在重启，请稍后再试。',
  'defect.internal': '系统出现故障，数据未被更改。',
  'network.unreachable': '无法连接服务器，请检查网络后重试。',
  'input.invalid-type':
    '{expected, select, number {请填写数字。} int {请填写整数。} boolean {请选择。} array {请至少选择一项。} other {请填写此项。}}',
  'input.too-small':
    '{origin, select, string {至少 {minimum} 个字符。} array {至少 {minimum} 项。} other {不能小于 {minimum}。}}',
  'input.too-big':
    '{origin, select, string {最多 {maximum} 个字符。} array {最多 {maximum} 项。} other {不能大于 {maximum}。}}',
  'input.invalid-format':
    '{format, select, email {请填写邮箱，例如 name@example.cn。} date {请填写日期。} datetime {请填写日期和时间。} uuid {请从列表中选择。} url {请填写网址。} other {填写的格式不正确。}}',
  'input.invalid-value': '请从列表中选择。',
  'input.not-multiple-of': '请填写 {divisor} 的倍数。',
  'input.unrecognized-keys': '包含无法识别的内容。',
  'input.invalid-union': '此处填写的内容不符合要求。',
  'input.invalid-key': '此处填写的内容不符合要求。',
  'input.invalid-element': '其中一项填写有误。',
  'input.custom': '此处填写的内容不符合要求。',
  'input.required': '请填写此项。',
} satisfies Phrases<typeof en>;
