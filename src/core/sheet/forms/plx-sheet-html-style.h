/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* How a sheet looks as a web page: on the screen by day and by night, and on paper. Marks are told
 * by the style of their line, never by colour alone. */
#define PLX_SHEET_HTML_STYLE \
  ":root{color-scheme:light dark;--ink:#1c1c1e;--paper:#fff;--soft:#5e5c64;--line:#c0bfbc;" \
  "--tint:#f2f2f0;--link:#1a5fb4}\n" \
  "@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#1d1d20;--soft:#b4b2b0;" \
  "--line:#5e5c64;--tint:#2a2a2e;--link:#99c1f1}}\n" \
  "body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;" \
  "font-family:Inter,Cantarell,\"Noto Sans\",system-ui,sans-serif}\n" \
  "main{max-width:52em;margin:0 auto;padding:2em 1.2em}\n" \
  "h1,h2,h3,h4{line-height:1.2;text-wrap:balance}\n" \
  "h1{font-size:2em;margin:.2em 0 .4em}h2{border-top:2px solid var(--ink);padding-top:.5em;" \
  "margin:2em 0 .8em}\n" \
  "p{margin:.5em 0}.small,.meta,.detail,.note,caption,figcaption{font-size:.875em}\n" \
  ".lead{font-size:1.2em}.meta,.kicker,caption,figcaption,.where{color:var(--soft)}\n" \
  ".kicker{letter-spacing:.06em;text-transform:uppercase;font-size:.8em;margin:0}\n" \
  ".label{font-weight:700}.quote{border-inline-start:3px solid var(--line);" \
  "padding-inline-start:.8em}\n" \
  ".detail,.note{margin-inline-start:1.2em}.note{border-inline-start:3px double var(--ink);" \
  "padding-inline-start:.8em}\n" \
  "a{color:var(--link)}.cite{text-decoration:none;font-weight:600}sup{line-height:0}\n" \
  "ul{list-style:none;padding:0}li{margin:.4em 0;padding-inline-start:2.4em;" \
  "text-indent:-2.4em;overflow-wrap:anywhere}\n" \
  ".marker{display:inline-block;min-width:2em;margin-inline-end:.4em;text-indent:0;" \
  "font-weight:700}\n" \
  ".scroll{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%}\n" \
  "caption{text-align:start;padding:.3em 0}th,td{text-align:start;vertical-align:top;" \
  "padding:.35em .6em .35em 0;overflow-wrap:anywhere;min-width:4em}\n" \
  "thead th{border-bottom:2px solid var(--ink)}.ruled tbody tr{border-bottom:1px solid " \
  "var(--line)}.spanning th{background:var(--tint);padding:.5em}\n" \
  ".end{text-align:end}.center{text-align:center}\n" \
  "mark{background:none;color:inherit}mark.here{text-decoration:underline;" \
  "text-decoration-thickness:2px}\n" \
  "mark.there{text-decoration:underline dotted;text-decoration-thickness:2px}" \
  "mark.changed{text-decoration:underline double}\n" \
  "figure{margin:1.5em 0;background:#fff;color:#000;padding:.5em}figure svg{max-width:100%;" \
  "height:auto}figcaption{color:#444}\n" \
  ":target{outline:2px solid var(--link);outline-offset:2px}\n" \
  "@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#777;--tint:#eee;--link:#000}" \
  "main{max-width:none;padding:0}.scroll{overflow:visible}body{font-size:10pt}\n" \
  "h1,h2,h3,h4,.label,.kicker,.spanning{break-after:avoid}.group,tr,figure{break-inside:avoid}" \
  "thead{display:table-header-group}.page-break{break-before:page}a{text-decoration:none}}\n"
