/** How a public news page looks. Two columns with the two tracks above them; one below the other on a phone and on paper. */
export const newsStyle = `
:root{--ink:#1d2330;--quiet:#5b6472;--line:#dfe3e8;--ground:#fff;--soft:#f6f7f9;--school:#1c5aa6;--enterprise:#a85f00;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--quiet:#a3adba;--line:#333b47;--ground:#14181f;--soft:#1b212a;--school:#7fb0ee;--enterprise:#e0a34a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans",system-ui,sans-serif}
header,main,footer{max-width:1120px;margin-inline:auto;padding-inline:24px}
header{padding-block-start:28px}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:56px}
.sides>div{padding-block-start:10px;border-block-start:3px solid var(--school)}
.sides>.enterprise{border-color:var(--enterprise)}
.sides b{display:block;font-weight:600;line-height:1.45}
.sides small{display:block;color:var(--quiet);font-size:14px;line-height:1.5}
.example{margin:0;padding:8px 24px;background:#fdf0f0;color:#8f1d1d;font-size:14px;text-align:center}
.lead,.photos{margin-block:32px 0}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:20px 16px;margin-block:0 48px}
figure{margin:0}
img{display:block;width:100%;height:auto;object-fit:cover;background:var(--soft);border-radius:4px}
.lead img{max-height:560px}
.photos img{aspect-ratio:3/2}
figcaption{margin-block-start:6px;color:var(--quiet);font-size:14px;line-height:1.5}
.tongues{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:56px;margin-block:36px 48px}
.tongue+.tongue{padding-inline-start:0}
h1{margin:0 0 10px;font-size:29px;line-height:1.35;font-weight:700;text-wrap:balance}
h2{margin:28px 0 8px;font-size:17px;font-weight:600}
p{margin:0 0 14px}
[lang="zh-CN"]{text-autospace:normal}
[lang="en"]{font-variant-east-asian:proportional-width;font-family:"Noto Sans",system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.kicker{margin:0 0 6px;color:var(--school);font-size:14px;font-weight:600}
.dateline{margin:0 0 22px;color:var(--quiet);font-size:15px}
ul{margin:0;padding-inline-start:1.2em}
li{margin-block-end:4px}
footer{padding-block:18px 40px;border-block-start:1px solid var(--line);color:var(--quiet);font-size:14px;line-height:1.6}
footer p{margin:0 0 4px}
@media (width<820px){body{font-size:16px}.tongues{grid-template-columns:minmax(0,1fr);gap:0}.tongue+.tongue{margin-block-start:28px;padding-block-start:32px;border-block-start:1px solid var(--line)}h1{font-size:24px}.sides{gap:16px}.sides b{font-size:15px}.sides small{font-size:13px}header,main,footer{padding-inline:20px}.photos{grid-template-columns:repeat(2,minmax(0,1fr));gap:14px 10px}.photos figcaption{font-size:13px}}
`;
