# SPDX-License-Identifier: GPL-3.0-or-later
"""reading-peer.py ROUNDS PAGE.html.gz…: reads pages with readability-lxml and takes their text with
html-text; prints the median of its pages a second. Run by tests/bench/reading."""

import gzip
import logging
import statistics
import sys
import time

import html_text
from readability import Document


def read_page(page):
    return html_text.extract_text(Document(page).summary(html_partial=True))


def main():
    logging.disable(logging.CRITICAL)
    pages = []
    for path in sys.argv[2:]:
        with gzip.open(path, 'rt', encoding='utf-8', errors='replace') as file:
            pages.append(file.read())
    seconds = []
    for _ in range(int(sys.argv[1])):
        start = time.process_time()
        for page in pages:
            try:
                read_page(page)
            except Exception as error:  # a page that a peer cannot read still took its time
                print(error, file=sys.stderr)
        seconds.append(time.process_time() - start)
    print(f'{len(pages) / statistics.median(seconds):.2f}')


if __name__ == '__main__':
    main()
