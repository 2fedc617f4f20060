import { giveFile, problemOf, problemSentence, useLanguage, usePhrases, useToast } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { outcomes } from '../client.ts';

const papers = [
  { key: 'paper.pdfZh', format: 'pdf', language: 'zh' },
  { key: 'paper.pdfEn', format: 'pdf', language: 'en' },
  { key: 'paper.xlsx', format: 'xlsx', language: null },
] as const;

/** The scoreboard to take away: as PDF in either language, as a workbook in the reader's. */
export function BoardPaper() {
  const t = usePhrases('outcomes');
  const { catalogue, locale } = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState<string>();
  const fetchPaper = async ({ key, format, language }: (typeof papers)[number]) => {
    setBusy(key);
    try {
      const own = locale === 'en' ? 'en' : 'zh';
      giveFile(await outcomes.paper({ format, language: language ?? own }), `scoreboard.${format}`);
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
    setBusy(undefined);
  };
  return (
    <span className="out-row">
      {papers.map((paper) => (
        <Button key={paper.key} loading={busy === paper.key} onClick={() => void fetchPaper(paper)}>
          {t(paper.key)}
        </Button>
      ))}
    </span>
  );
}
