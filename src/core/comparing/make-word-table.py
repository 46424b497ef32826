#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns word-clusters.tsv and word-vectors.bin into the C arrays of plx-word-table.c.

  make-word-table.py WORDS.tsv VECTORS.bin OUT.h

A word becomes thirty bytes: the FNV-1a hash of its text, by which the arrays are sorted, its
cluster, how rare it is, and where it stands among the others, four bits an axis. No string is
kept, nothing is relocated, nothing is loaded: the arrays are read where the program's file is
mapped.
"""
import math
import struct
import sys

AXES = 48


def fnv1a(word):
    value = 2166136261
    for byte in word.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def array(c_type, name, values, per_line):
    lines = [f'static const {c_type} {name} = {{']
    for i in range(0, len(values), per_line):
        lines.append('  ' + ', '.join(values[i:i + per_line]) + ',')
    return lines + ['};', '']


def main():
    source, vectors_file, target = sys.argv[1:]
    with open(vectors_file, 'rb') as file:
        scales = struct.unpack(f'<{AXES}f', file.read(4 * AXES))
        vectors = file.read()
    with open(source, encoding='utf-8') as file:
        words = [line.rstrip('\n').split('\t') for line in file]
    table = {}
    for rank, (word, cluster) in enumerate(words):
        # Zipf: how often a word is used falls with its rank, so the logarithm of the rank is
        # the information in seeing the word, up to a constant.
        rarity = min(63, round(63 * math.log(1 + rank / 20) / math.log(1 + len(words) / 20)))
        vector = vectors[rank * AXES // 2:(rank + 1) * AXES // 2]
        table.setdefault(fnv1a(word), (int(cluster) + 1, rarity, vector))
    hashes = sorted(table)
    out = array('guint32', 'word_hashes[]', [f'{h:#x}' for h in hashes], 8)
    out += array('guint16', 'word_facts[]',
                 [str(table[h][0] << 6 | table[h][1]) for h in hashes], 14)
    out += array('float', 'axis_scales[]', [f'{s:.6g}f' for s in scales], 8)
    out += array('guint8', f'word_vectors[][{AXES // 2}]',
                 ['{ ' + ', '.join(map(str, table[h][2])) + ' }' for h in hashes], 1)
    with open(target, 'w', encoding='utf-8') as file:
        file.write('\n'.join(out))


main()
