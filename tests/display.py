# SPDX-License-Identifier: GPL-3.0-or-later
"""A display, a session bus and a home of its own for one program at a time, inside the Sdk."""

import mmap
import os
import pathlib
import subprocess
import tempfile
import time
import zlib

TOP = pathlib.Path(__file__).resolve().parent.parent
INSTALLED = TOP / '_build-sdk' / 'installed'


class Display:
    """An Xvfb, of which the picture can be read from a file; for use with `with`."""

    def __init__(self, width, height):
        self._folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self._folder.name)
        self.picture = self.home / 'Xvfb_screen0'
        read, write = os.pipe()
        self._xvfb = subprocess.Popen(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', f'{width}x{height}x24',
             '-fbdir', str(self.home), '-nolisten', 'tcp', '-noreset'],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            name = ':' + number.readline().strip()
        self._bus = subprocess.Popen(
            ['dbus-daemon', '--session', '--nofork', '--nosyslog', '--print-address'],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        (self.home / 'run').mkdir(mode=0o700)
        self.environment = dict(
            os.environ, DISPLAY=name, HOME=str(self.home), XDG_RUNTIME_DIR=str(self.home / 'run'),
            DBUS_SESSION_BUS_ADDRESS=self._bus.stdout.readline().strip(),
            XDG_DATA_DIRS=f'{INSTALLED}/share:/usr/share', PATH=f'{INSTALLED}/bin:/usr/bin',
            GSK_RENDERER='cairo', GDK_DEBUG='no-portals', GTK_A11Y='none',
            GSETTINGS_BACKEND='memory')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self._bus, self._xvfb):
            process.terminate()
            process.wait()
        self._folder.cleanup()

    def wait_until_still(self, program, quiet, limit=30):
        """Returns when the picture last changed, on time.monotonic(), once it has not for quiet
        seconds; None where program ends before, or where that takes more than limit seconds."""
        with open(self.picture, 'rb') as file:
            screen = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        began = now = time.monotonic()
        picture, changed = zlib.adler32(screen), None
        while program.poll() is None and now - began < limit:
            time.sleep(0.005)
            before, picture, now = picture, zlib.adler32(screen), time.monotonic()
            if picture != before:
                changed = now
            elif changed and now - changed > quiet:
                return changed
        return None
