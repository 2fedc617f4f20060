/** The law that an article's number names itself, such as of `职业教育法 30` or `BBiG §11(1)`; null for a bare number. */
export function lawNamed(article: string | null): { law: string; place: string } | null {
  const found = /^(.*?)\s+((?:§|[LRD]?\d|附录).*)$/u.exec(article ?? '');
  const [, law = '', place = ''] = found ?? [];
  return law === '' ? null : { law, place };
}
