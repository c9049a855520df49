"""Builds and edits a real GnuCash book with GnuCash's own engine. Started by tests.gnucash_books under the
system interpreter.

    python3 builder.py BOOK [--create] [--currency USD] [--steps FILE.json]

Without --steps it reads one request a line from standard input and answers each with one line of JSON on
standard output:
    {"steps": [...]} -> {"done": n}        {"report": true} -> the engine's answers        {"end": true} ->
    {"ended": true}
A step that fails is answered with {"error": ...}; the session goes on.
"""

import argparse
import json
import os
import sys
import traceback
from pathlib import Path


def main() -> int:
    arguments = _arguments()
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # the engine chats on standard output; only answers go there
    sys.path.insert(0, str(Path(__file__).parent))
    import book as engine

    labels_file = Path(arguments.labels or f"{arguments.book}.labels.json")
    labels = json.loads(labels_file.read_text()) if labels_file.exists() and not arguments.create else {}
    if arguments.create:
        engine.create(arguments.book)
    opened = engine.EngineBook(arguments.book, arguments.currency, labels)
    if arguments.create:
        opened.make_accounts(engine.ACCOUNTS)
    try:
        requests = (
            [json.dumps({"steps": json.loads(Path(arguments.steps).read_text())}), '{"report": true}']
            if arguments.steps
            else sys.stdin
        )
        for line in requests:
            answer = _answer(opened, json.loads(line))
            labels_file.write_text(json.dumps(opened.labels))
            if "ended" in answer:
                break
            answers.write(json.dumps(answer) + "\n")
    finally:
        opened.close()
    answers.write(json.dumps({"ended": True}) + "\n")
    return 0


def _answer(book, request: dict) -> dict:
    import answers
    import steps

    try:
        if request.get("end"):
            return {"ended": True}
        if request.get("report"):
            return answers.report(book)
        for step in request["steps"]:
            steps.perform(book, step)
        return {"done": len(request["steps"])}
    except Exception:  # noqa: BLE001 - the caller decides what a failing step means
        return {"error": traceback.format_exc()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("book")
    parser.add_argument("--create", action="store_true")
    parser.add_argument("--currency", default="USD")
    parser.add_argument("--labels", default="")
    parser.add_argument("--steps", default="")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
