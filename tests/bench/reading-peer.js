// SPDX-License-Identifier: GPL-3.0-or-later
//
// reading-peer.js ROUNDS PAGE.html.gz…: reads pages with Readability.js on jsdom and prints the
// median of its pages a second. Run by tests/bench/reading.

const fs = require('fs');
const zlib = require('zlib');
const { JSDOM, VirtualConsole } = require('jsdom');
const { Readability } = require('@mozilla/readability');

const [rounds, ...files] = process.argv.slice(2);
const pages = files.map(file => zlib.gunzipSync(fs.readFileSync(file)).toString('utf8'));

function readPage(page) {
  // Nothing is printed of what a page's own style and scripts complain about.
  const quiet = new VirtualConsole();
  const dom = new JSDOM(page, { url: 'https://page.example/', virtualConsole: quiet });
  const article = new Readability(dom.window.document).parse();
  const length = article ? article.textContent.length : 0;

  dom.window.close();

  return length;
}

// Processor time, as ours: what others do on the machine counts less.
function getClock() {
  const { user, system } = process.cpuUsage();

  return (user + system) / 1e6;
}

const seconds = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = getClock();

  for (const page of pages) {
    try {
      readPage(page);
    } catch (error) {
      console.error(String(error));
    }
  }
  seconds.push(getClock() - start);
}

seconds.sort((one, other) => one - other);
console.log((pages.length / seconds[seconds.length >> 1]).toFixed(2));
