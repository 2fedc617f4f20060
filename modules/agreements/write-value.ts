const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A calendar day (`YYYY-MM-DD`) as a contract writes it. */
export function writeDay(day: string, language: 'zh' | 'en'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** An amount in fen as a contract writes it, with thousands marks and two decimals. */
export function writeMoney(fen: number, language: 'zh' | 'en'): string {
  const whole = Math.floor(fen / 100);
  const marked = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const amount = `${marked}.${String(fen % 100).padStart(2, '0')}`;
  return language === 'zh' ? `人民币${amount}元` : `CNY ${amount}`;
}
