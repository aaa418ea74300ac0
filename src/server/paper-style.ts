import type { Language } from '../kernel/words.ts'

// Fonts that offices in China have, on Windows, on Macs and on Linux, in this order. Nothing is fetched.
const song: Record<Language, string> = {
  'zh-CN': "'SimSun','宋体','Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif",
  'zh-Hant': "'PMingLiU','MingLiU','Songti TC','Noto Serif CJK TC','Source Han Serif TC','SimSun',serif",
  en: "'Times New Roman','Liberation Serif','SimSun','Songti SC','Noto Serif CJK SC',serif",
}
const hei: Record<Language, string> = {
  'zh-CN': "'SimHei','黑体','Microsoft YaHei','Heiti SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif",
  'zh-Hant': "'Microsoft JhengHei','Heiti TC','Noto Sans CJK TC','Source Han Sans TC','SimHei',sans-serif",
  en: "Arial,'Liberation Sans','SimHei','Heiti SC','Noto Sans CJK SC',sans-serif",
}

/** A4, black on white, boxes with thin lines: as the forms in a file look. On a screen what was filled in is tinted. */
export const paperStyle = (language: Language, page: { start: string; between: string; end: string }): string => `
@page{size:A4;margin:18mm 16mm 18mm 18mm;@bottom-center{content:"${page.start}" counter(page) "${page.between}" counter(pages) "${page.end}";font:9pt ${song[language]}}}
@page wide{size:A4 landscape}
*{box-sizing:border-box}
html{background:#fff;color:#000}
body{margin:0;font:10.5pt/1.6 ${song[language]}}
h1{margin:0 0 4mm;font:18pt/1.35 ${hei[language]};text-align:center;letter-spacing:.06em}
h2{margin:4mm 0 1.5mm;font:12pt/1.4 ${hei[language]};break-after:avoid}
.paper{break-before:page}
.filled+.paper{break-before:auto}
.landscape{page:wide;padding-right:.4mm}
.large{font-size:18pt;line-height:1.5}
.large h1{font-size:26pt}
.large h2{font-size:20pt}
.large th{font-size:17pt}
.large .note{font-size:15pt}
.number{margin:0;text-align:right}
.head{display:flex;flex-wrap:wrap;gap:0 6mm;margin:0 0 2mm}
.head b{font-weight:normal}
.about{margin:0 0 4mm;text-align:center}
i.blank{display:inline-block;min-width:24mm;border-bottom:.25mm solid #000}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 2mm}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.25mm solid #000;padding:1mm 1.6mm;vertical-align:middle;overflow-wrap:anywhere}
th{font-weight:normal;font-family:${hei[language]};text-align:center;font-size:10pt}
td{text-align:left}
.fields td,.fields th{height:2.2em}
.fields td{vertical-align:middle}
tr.blank td{height:2.3em}
.center{text-align:center}
.right{text-align:right}
.text{border:.25mm solid #000;padding:1.5mm 2mm;margin:0 0 2mm;overflow-wrap:anywhere}
.checks{margin:1mm 0 2mm}
.checks span{display:inline-block;margin-right:4mm}
.checks b{font-weight:normal;font-family:${hei[language]}}
.signatures{margin:5mm 0 2mm;display:grid;grid-template-columns:1fr 1fr;gap:5mm 8mm;break-inside:avoid}
.signature{margin:0;display:flex;flex-wrap:wrap;gap:1mm 5mm;align-items:flex-end}
.signed{display:inline-block;min-width:32mm;min-height:1.6em;border-bottom:.25mm solid #000;text-align:center;vertical-align:bottom}
.signed img{height:11mm;width:auto;max-width:42mm;vertical-align:bottom}
.pictures{display:grid;gap:4mm;margin:2mm 0}
.per1{grid-template-columns:1fr}.per2{grid-template-columns:1fr 1fr}.per3{grid-template-columns:1fr 1fr 1fr}
figure{margin:0;break-inside:avoid;text-align:center}
figure img{max-width:100%;max-height:110mm;width:auto;height:auto}
figcaption{font-size:9pt}
.note{margin:1mm 0;font-size:9pt}
.break{break-after:page}
a{color:inherit;text-decoration:none}
.index .page{display:none}
.numbered .index .page{display:table-cell}
.numbered .index col.page{display:table-column}
@media print{.filled{display:none}}
@media screen{
html{background:#f0f2f5}
body{padding:12px}
.filled{margin:0 auto 10px;max-width:210mm;font:13px ${hei[language]}}
.paper{max-width:210mm;margin:0 auto 12px;padding:14mm 14mm;background:#fff;box-shadow:0 1px 4px rgba(0,0,0,.2)}
.landscape{max-width:297mm}
.known{background:#eaf3ff}
}
@media screen and (max-width:600px){body{padding:0}.paper{padding:14px 10px}.filled{padding:8px 10px 0}h1{font-size:15pt}.signatures{grid-template-columns:1fr}}
`
