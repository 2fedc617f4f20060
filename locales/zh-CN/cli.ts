import type en from '../en/cli.ts';
import type { Phrases } from '../phrases.ts';

export default {
  usage:
    '用法：dualtrack 命令\n\n  serve    [--port N] [--data DIR] [--database URL] [--demo]\n  forecast PLAN.json [--runs N] [--seed S] [--out F]\n  match    PROBLEM(.json|.ndjson) [--seed S] [--explain APPLICANT] [--out F]\n  rotate   PROBLEM.json [--seconds S] [--seed S] [--pin PLAN.json] [--out F]\n  check    FACTS.json --pack cn-2021-internship[@version] [--out F]\n  verify   AGREEMENT.pdf [--out F]\n  sample   agreement --out F\n  import   FOLDER [--check] [--data DIR | --database URL]\n  doctor   [--data DIR] [--port N]\n  openapi  [--out F]\n\n  --lang zh|en  提示语言\n退出码：0 完成，1 结论为否，2 输入有误，3 故障。',
  badUse: '无法理解：{what}',
  'issues.omitted': '……另有 {count} 处',
  'issue.file.unreadable': '无法读取文件（{reason}）。',
  'issue.file.not-utf8': '文件不是 UTF-8 文本，请另存为 UTF-8。',
  'issue.file.not-json': '文件不是 JSON：{reason}',
  'issue.folder.no-tables': '该文件夹中没有 .xlsx 或 .csv 文件。',
  'issue.credential.not-yet': '暂不能验证证书，目前只能验证已签署的 PDF 文件。',
  'issue.applicant.unknown': '没有申请人 {id}。',
  'issue.id.duplicate': '编号 {id} 重复。',
  'issue.duplicate-id': '编号 {id} 重复。',
  'check.unknownFact': '{file}:{pointer} 没有规则使用事实 {name}，已忽略。',
  'check.breached': '违反 {count} 条规则，其中 {blocking} 条须先整改。',
  'verify.passed': '通过：所有签名有效且可信。',
  'verify.indeterminate': '无法确定：文件未被改动，但缺少证据，尚不能完全确认可信。',
  'verify.failed': '未通过。',
  'verify.signature': '  {name}（{organisation}），{at}：{outcome}',
  'import.refused': '共 {count} 处错误，未保存任何内容。',
  'doctor.node': '需要 Node 24 或更高版本。',
  'doctor.packages': '软件包',
  'doctor.folder': '数据文件夹',
  'doctor.notWritable': '{folder} 不可写，请用 --data 指定其他位置。',
  'doctor.space': '可用空间',
  'doctor.port': '端口',
  'doctor.portBusy': '{port} 已被占用，请用 --port 指定其他端口。',
  'doctor.fonts': '字体',
  'doctor.database': '可正常启动和停止',
} satisfies Phrases<typeof en>;
