/** Grades of skill of the national system, from the lowest to the highest, and teachers' own certificates. */
const english: Readonly<Record<string, string>> = {
  学徒工: 'Apprentice',
  初级工: 'Junior worker (level 5)',
  中级工: 'Intermediate worker (level 4)',
  高级工: 'Senior worker (level 3)',
  技师: 'Technician (level 2)',
  高级技师: 'Senior technician (level 1)',
  特级技师: 'Special-grade technician',
  首席技师: 'Chief technician',
  助理工程师: 'Assistant engineer',
  工程师: 'Engineer',
  高级工程师: 'Senior engineer',
  正高级工程师: 'Professor-level senior engineer',
};

/** A certificate in the reader's language: grades by their official English names, other words as they were written. */
export function certificateName(certificate: string, locale: string): string {
  return locale === 'en' ? (english[certificate.trim()] ?? certificate) : certificate;
}
