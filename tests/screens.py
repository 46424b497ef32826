# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/screens does inside the Sdk."""

import argparse
import os
import subprocess
import sys
import time

from display import Display, TOP

VIEWS = ('read', 'names', 'compare', 'pair', 'graph', 'countries', 'sheet', 'history')
# What is a part of a view: the view, and the keys that show it.
PARTS = {
    'names': ('read', ('alt+n', 'Tab', 'Tab', 'Down')),
    'pair': ('compare', ('alt+p', 'F8', 'F8')),
    'history': ('read', ('ctrl+h',)),
}
KINDS = {
    'light': ('prefer-light', 1180, 800),
    'dark': ('prefer-dark', 1180, 800),
    'narrow': ('prefer-light', 360, 720),
}
# Where no window manager is, GTK draws a frame of its own around the window, in pixels.
FRAME = 5
# The font is one that a desktop would have chosen. Without one, X alone tells the dots an inch, so
# that larger text is asked for by the size of the font.
TOOLKIT = '''[Settings]
gtk-font-name=Cantarell {size}
'''


def rtl_locale():
    """A locale written from right to left, made where there is none yet."""
    folder = os.path.join(os.environ['HOME'], 'locale')
    if not os.path.isdir(f'{folder}/ar_EG.UTF-8'):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(['localedef', '-i', 'ar_EG', '-f', 'UTF-8', f'{folder}/ar_EG.UTF-8'],
                       check=True)
    return {'LOCPATH': folder, 'LC_ALL': 'ar_EG.UTF-8', 'LANG': 'ar_EG.UTF-8'}


def take(name, view, kind, options, environment):
    """One picture, of a program that has just been started."""
    scheme, width, height = KINDS[kind]
    shown, keys = PARTS.get(view, (view, ()))
    width, height = width + 2 * FRAME, height + 2 * FRAME
    target = TOP / 'screens' / f'{name}.png'
    with Display(width, height) as display:
        settings = display.home / '.config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir(parents=True)
        settings.write_text(TOOLKIT.format(size=16.5 if options.large else 11))
        # Out of the way, where it brings up no tooltip.
        subprocess.run(['xdotool', 'mousemove', str(width), str(height)],
                       env=display.environment, check=True)
        program = subprocess.Popen(
            ['parallax', f'--view={shown}', f'--size={width}x{height}',
             *(options.files or ['--sample'])],
            env=dict(display.environment, ADW_DEBUG_COLOR_SCHEME=scheme, **environment))
        still = display.wait_until_still(program, quiet=1.5)
        for key in keys:
            subprocess.run(['xdotool', 'key', key], env=display.environment, check=True)
            time.sleep(0.5)
        subprocess.run(['convert', f'xwd:{display.picture}', '-shave', f'{FRAME}x{FRAME}', target],
                       check=True)
        program.kill()
        program.wait()
    print(f'screens/{name}.png' + ('' if still else ': it did not come to rest'), flush=True)
    return still is not None


def main():
    parser = argparse.ArgumentParser(prog='tests/screens', description='Pictures of each view.')
    parser.add_argument('--large', action='store_true', help='text half as large again')
    parser.add_argument('--rtl', action='store_true', help='written from right to left')
    parser.add_argument('--contrast', action='store_true', help='high contrast')
    parser.add_argument('files', nargs='*', help='one story; the sample where there are none')
    options = parser.parse_args()
    environment, suffix = {}, ''
    if options.large:
        suffix += '-large'
    if options.rtl:
        suffix += '-rtl'
        environment.update(rtl_locale())
    if options.contrast:
        suffix += '-contrast'
        environment['ADW_DEBUG_HIGH_CONTRAST'] = '1'
    (TOP / 'screens').mkdir(exist_ok=True)
    done = [take(f'{view}-{kind}{suffix}', view, kind, options, environment)
            for view in VIEWS for kind in KINDS]
    return 0 if all(done) else 1


if __name__ == '__main__':
    sys.exit(main())
