import { type Locale, phrase } from '@dualtrack/locales';
import type { MailKind } from '../mail-kinds.ts';

const style = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.6 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2933;background:#fff}
main{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}
h1{font-size:1.35rem;line-height:1.35;margin:0 0 .75rem}
p{margin:0 0 1.25rem}
button,a.button{display:inline-block;min-height:44px;box-sizing:border-box;padding:.55rem 1.1rem;font:inherit;color:#fff;background:#213547;border:1px solid #213547;border-radius:4px;text-decoration:none;cursor:pointer}
button:focus-visible,a:focus-visible{outline:2px solid #1d6fd1;outline-offset:2px}
@media (prefers-color-scheme:dark){body{color:#e4e9ee;background:#12181e}button,a.button{color:#12181e;background:#dde5ec;border-color:#dde5ec}}`;

/** The page behind the link of a mail: asks, or says that it is done. No script, nothing from elsewhere, no name. */
export function mailStopPage(given: Locale, kind: MailKind, isDone: boolean): string {
  // Languages in preparation fall back to English in the product; here, too.
  const locale = given === 'zh-CN' ? 'zh-CN' : 'en';
  const params = { kind: phrase(locale, 'accounts', `mails.kind.${kind}`) };
  const title = phrase(locale, 'accounts', isDone ? 'mails.stopped' : 'mails.stopQuestion', params);
  const note = phrase(locale, 'accounts', isDone ? 'mails.stoppedNote' : 'mails.stopNote');
  const act = isDone
    ? `<a class="button" href="/account">${phrase(locale, 'accounts', 'account.title')}</a>`
    : `<form method="post"><button>${phrase(locale, 'accounts', 'mails.stop')}</button></form>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body><main><h1>${title}</h1><p>${note}</p>${act}</main></body>
</html>
`;
}
