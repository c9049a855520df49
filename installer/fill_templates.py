"""Fills the templates of winget and Homebrew from finished packages:
`fill_templates.py PACKAGES VERSION PROJECT-ADDRESS`. Called by the release workflow."""

import hashlib
import sys
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent / "templates"


def main(packages: Path, version: str, project: str) -> int:
    """Write each template beside the packages it names; one whose package is missing is left out aloud."""
    values = {"version": version, "project": project, "download": f"{project}/releases/download/v{version}"}
    for key, file in (
        ("windows", f"syncdesk-{version}-setup.exe"),
        ("macos", f"syncdesk-{version}-arm64.dmg"),
    ):
        if (packages / file).exists():
            values[f"{key}_sha256"] = hashlib.sha256((packages / file).read_bytes()).hexdigest()
    for template in sorted(TEMPLATES.iterdir()):
        try:
            text = template.read_text("utf-8").format(**values)
        except KeyError as missing:
            print(f"{template.name} is left out: there is no package for {missing}")
            continue
        (packages / template.name).write_text(text, encoding="utf-8")
        print(f"{template.name} is filled in")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
