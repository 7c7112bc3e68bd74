"""Writes down what the desktop's programs tell assistive technology, a line an event, with the text that comes along or that
the object behind it has at that moment."""

import json
import signal
import sys

import pyatspi


def hear(event):
    parts = [str(event.any_data)] if isinstance(event.any_data, str) else []
    try:
        parts += [event.source.name or "", event.source.description or ""]
    except Exception:  # gone meanwhile
        pass
    print(json.dumps({"type": str(event.type), "text": "\n".join(parts)}), flush=True)


def main():
    signal.signal(signal.SIGTERM, lambda *_: pyatspi.Registry.stop())
    pyatspi.Registry.registerEventListener(hear, "object", "window", "focus", "document")
    print("listening", flush=True)
    pyatspi.Registry.start()
    sys.stdout.flush()


main()
