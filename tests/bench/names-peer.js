// SPDX-License-Identifier: GPL-3.0-or-later
//
// names-peer.js ROUNDS FILE…: finds the people, organizations and places of texts with compromise
// and prints the median of its words a second. Run by tests/bench/names.

const fs = require('fs');
const nlp = require('compromise');

const [rounds, ...files] = process.argv.slice(2);
const texts = files.map(file => fs.readFileSync(file, 'utf8'));
const words = texts.reduce((n, text) => n + text.split(/\s+/).filter(Boolean).length, 0);

function findNames(text) {
  const doc = nlp(text);

  return doc.people().length + doc.organizations().length + doc.places().length;
}

// Processor time, as ours: what others do on the machine counts less.
function getClock() {
  const { user, system } = process.cpuUsage();

  return (user + system) / 1e6;
}

const seconds = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = getClock();

  texts.forEach(findNames);
  seconds.push(getClock() - start);
}

seconds.sort((one, other) => one - other);
console.log((words / seconds[seconds.length >> 1]).toFixed(0));
