# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/bench/startup does inside the Sdk.

Both programs run by turns, each from nothing: a display, a bus and a home of its own, the same
renderer. Each is done when the picture on its display has come to rest, and Parallax not before
it says `compared` on its standard error, which it does where PARALLAX_TRACE is set.
"""

import pathlib
import statistics
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from display import Display  # noqa: E402


def measure(command, mark=None):
    """Seconds from start to the last change of the picture, or to the mark where that is later."""
    marked = []

    def listen(stream):
        for line in stream:
            if mark and line.startswith(mark):
                marked.append(time.monotonic())

    with Display(1280, 800) as display:
        began = time.monotonic()
        program = subprocess.Popen(command, env=dict(display.environment, PARALLAX_TRACE='1'),
                                   stderr=subprocess.PIPE, text=True)
        listener = threading.Thread(target=listen, args=[program.stderr])
        listener.start()
        still = display.wait_until_still(program, quiet=1.5)
        program.kill()
        program.wait()
        listener.join()
    if still is None:
        sys.exit(f'{command[0]} did not come to rest')
    if mark and not marked:
        sys.exit(f'{command[0]} did not say that it has {mark}')
    return max([still, *marked]) - began


def main():
    seeds = sorted(str(p) for p in pathlib.Path(sys.argv[1]).glob('*.txt'))
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    if not seeds:
        sys.exit(f'No seeds in {sys.argv[1]}')
    theirs, ours = [], []
    for _ in range(runs):
        theirs.append(measure(['gnome-text-editor', '--standalone', seeds[0]]))
        ours.append(measure(['parallax', *seeds], 'compared'))
        print(f'gnome-text-editor {theirs[-1]:.3f} s, parallax {ours[-1]:.3f} s', flush=True)
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f'medians: gnome-text-editor, one article: {statistics.median(theirs):.3f} s; '
          f'parallax, {len(seeds)} compared: {statistics.median(ours):.3f} s; ratio {ratio:.2f}')


if __name__ == '__main__':
    main()
