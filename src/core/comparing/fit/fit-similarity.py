#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of plx-similarity.c and writes plx-similarity-weights.h.

  fit-similarity.py PAIR_FEATURES DATA_DIR OUT.h

PAIR_FEATURES is the program built from pair-features.c (`ninja pair-features`), DATA_DIR holds
mrpc.dev.tsv, ecb.dev.tsv and sts.dev.tsv. Three logistic models come out: `alone`, how alike two
sentences are that come without a story (mostly from grades of likeness), `same`, whether they tell
just the same (from paraphrases), and `story`, for two sentences of a story (from reports of one
event). It also prints what they reach, each measured on a fifth of the data that it was not fitted
on. Nothing but the weights is kept. Claims have a model of their own, see fit-likeness.c.
"""
import math
import subprocess
import sys
import zlib

# How many of the features the model for a story takes: PLX_N_PLAIN_FEATURES.
N_PLAIN = 21

# How much the sets weigh in the score: it is a grade of likeness first of all.
SHARES = {'mrpc': 0.6, 'ecb': 1, 'sts': 4}


def load(program, mode, path):
    with open(path, 'rb') as file:
        out = subprocess.run([program, mode], stdin=file, capture_output=True, check=True).stdout
    rows = []
    for line in out.decode().splitlines():
        gold, group, *features = line.split('\t')
        rows.append((float(gold), group, [1.0] + [float(f) for f in features]))
    return rows


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30, min(30, x))))


def solve(matrix, vector):
    n = len(vector)
    rows = [matrix[i][:] + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            k = rows[r][i] / rows[i][i]
            if k:
                for c in range(i, n + 1):
                    rows[r][c] -= k * rows[i][c]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


def fit(sets, shares=None, ridge=1.0, rounds=8):
    """Newton's method; sets weigh what they are given, whatever their size; targets lie in 0..1.

    The sets differ in how often their pairs are the same, so each has a bias of its own while
    fitting; what comes out has their mean.
    """
    sets = [[(target, [float(i == k) for i in range(len(sets))] + x[1:]) for target, x in rows]
            for k, rows in enumerate(sets)]
    n, n_sets = len(sets[0][0][1]), len(sets)
    weights = [0.0] * n
    for _ in range(rounds):
        gradient = [-ridge * w for w in weights]
        gradient[:n_sets] = [0.0] * n_sets
        hessian = [[0.0] * n for _ in range(n)]
        for i in range(n_sets, n):
            hessian[i][i] = ridge
        for k, rows in enumerate(sets):
            share = 2000 / len(rows) * (shares[k] if shares else 1)
            for target, x in rows:
                p = sigmoid(sum(w * f for w, f in zip(weights, x)))
                e, v = share * (target - p), share * p * (1 - p)
                for i, xi in enumerate(x):
                    if xi:
                        gradient[i] += e * xi
                        row, vi = hessian[i], v * xi
                        for j in range(i + 1):
                            row[j] += vi * x[j]
        for i in range(n):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        weights = [w + d for w, d in zip(weights, solve(hessian, gradient))]
    return [sum(weights[:n_sets]) / n_sets] + weights[n_sets:]


def predict(weights, rows):
    return [sigmoid(sum(w * f for w, f in zip(weights, x))) for _, _, x in rows]


def pearson(x, y):
    n = len(x)
    mx, my = sum(x) / n, sum(y) / n
    sx = math.sqrt(sum((a - mx) ** 2 for a in x))
    sy = math.sqrt(sum((b - my) ** 2 for b in y))
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / (sx * sy)


def average_precision(rows, scores):
    hits, total = 0, 0.0
    for k, i in enumerate(sorted(range(len(rows)), key=lambda i: -scores[i]), 1):
        if rows[i][0] == 1:
            hits += 1
            total += hits / k
    return total / max(1, hits)


def first_is_right(rows, scores):
    best, possible = {}, set()
    for (gold, group, _), score in zip(rows, scores):
        topic, a, b = group.split('|')
        for s in (topic + a, topic + b):
            if gold == 1:
                possible.add(s)
            if s not in best or score > best[s][0]:
                best[s] = (score, gold == 1)
    return sum(best[s][1] for s in possible) / max(1, len(possible))


def held(row, kind):
    """A fifth is held back: whole topics of ECB+, single pairs elsewhere."""
    key = row[1].split('|')[0] if kind == 'ecb' else repr(row[2])
    return zlib.crc32(key.encode()) % 5 == 0


def targets(rows, kind):
    return [(r[0] / 5 if kind == 'sts' else r[0], r[2]) for r in rows]


def report(name, data, fitter, at=0.5):
    train = {k: [r for r in rows if not held(r, k)] for k, rows in data.items()}
    test = {k: [r for r in rows if held(r, k)] for k, rows in data.items()}
    weights = fitter(train)
    for kind, rows in test.items():
        scores = predict(weights, rows)
        if kind == 'sts':
            news = [i for i, r in enumerate(rows) if r[1].startswith('main-news')]
            gold = [r[0] for r in rows]
            print(name, kind, f'pearson {pearson(gold, scores):.3f} news',
                  f'{pearson([gold[i] for i in news], [scores[i] for i in news]):.3f}')
        else:
            tp = sum(s >= at and r[0] == 1 for r, s in zip(rows, scores))
            said = sum(s >= at for s in scores)
            right = sum((s >= at) == (r[0] == 1) for r, s in zip(rows, scores)) / len(rows)
            f1 = 2 * tp / (said + sum(r[0] == 1 for r in rows))
            print(name, kind, f'accuracy {right:.3f} f1 {f1:.3f} average precision',
                  f'{average_precision(rows, scores):.3f}',
                  f'first {first_is_right(rows, scores):.3f}' if kind == 'ecb' else '')
    return fitter(data)


def c_array(name, weights):
    lines, line = [f'static const double {name}_bias = {weights[0]:.4f};',
                   f'static const double {name}_weights[] = {{'], ' '
    for w in weights[1:]:
        word = f' {w:.4f},'
        if len(line) + len(word) > 98:
            lines.append(line)
            line = ' '
        line += word
    return lines + [line, '};']


def main():
    program, folder, target = sys.argv[1:]
    kinds = ('mrpc', 'ecb', 'sts')
    alone = {k: load(program, 'alone', f'{folder}/{k}.dev.tsv') for k in kinds}
    paraphrases = {'mrpc': alone['mrpc']}
    story = {'ecb': [(gold, group, x[:N_PLAIN + 1])
                     for gold, group, x in load(program, 'story', f'{folder}/ecb.dev.tsv')]}
    a = report('alone', alone, lambda d: fit([targets(d[k], k) for k in kinds],
                                             [SHARES[k] for k in kinds]))
    same = report('same', paraphrases, lambda d: fit([targets(d['mrpc'], 'mrpc')]))
    s = report('story', story, lambda d: fit([targets(d['ecb'], 'ecb')]))
    lines = ['/* SPDX-License-Identifier: GPL-3.0-or-later */',
             '/* Written by fit/fit-similarity.py. */', '', '#pragma once', '']
    lines += c_array('alone', a) + [''] + c_array('same', same) + [''] + c_array('story', s)
    with open(target, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')


main()
