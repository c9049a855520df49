"""An update puts other files in the place of a program that is open."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.settings.package import this_package
from syncdesk.settings.program_file import ProgramFile


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "syncdesk"
    file.write_bytes(b"version one")
    os.utime(file, ns=(10**18, 10**18))
    return file


def as_dpkg_does(program: Path) -> None:
    other = program.with_name("syncdesk.new")
    other.write_bytes(b"version two")
    os.utime(other, ns=(11 * 10**17, 11 * 10**17))
    other.replace(program)


@pytest.mark.parametrize(
    "replace", [as_dpkg_does, Path.unlink, lambda file: file.write_bytes(b"version 2, in place")]
)
def test_another_file_is_noticed_and_refused(program: Path, replace: Callable[[Path], object]) -> None:
    ours = ProgramFile(program)
    assert not ours.was_replaced()
    ours.refuse_if_replaced()
    replace(program)
    assert ours.was_replaced()
    with pytest.raises(SetupError) as caught:
        ours.refuse_if_replaced()
    assert "start it again" in caught.value.remedy
    assert not ProgramFile(program).was_replaced()  # the one that is started then


def test_the_same_version_installed_again_is_the_same(program: Path) -> None:
    ours = ProgramFile(program)
    as_dpkg_does(program)
    program.write_bytes(b"version one")
    os.utime(program, ns=(10**18, 10**18))
    assert not ours.was_replaced()


def test_a_checkout_is_never_replaced() -> None:
    ours = ProgramFile(this_package().file)
    assert not ours.was_replaced()
    ours.refuse_if_replaced()
