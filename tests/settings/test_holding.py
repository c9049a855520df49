"""F-36 where the file system has no locks: a heartbeat holds the right, silence frees it, age alone never."""

import errno
import os
import threading
from pathlib import Path

import pytest

from syncdesk.model.errors import BusyError, SetupError
from syncdesk.settings import holding
from syncdesk.settings.folders import folders
from syncdesk.settings.heartbeat import heartbeat
from syncdesk.settings.holding import SILENT_SECONDS, BeatingFile, held
from syncdesk.settings.lease import lease


class NoLocks:
    """A lock on a file system that has none."""

    trouble: Exception = OSError(errno.ENOLCK, "No locks available")

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def acquire(self) -> None:
        raise self.trouble


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program's folders lie on a network drive without locks."""
    monkeypatch.setattr(holding, "FileLock", NoLocks)


def silence(path: Path, seconds: float) -> None:
    """The last beat was so long ago."""
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def asleep(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The computer of this program slept: no beat came in time."""
    monotonic, wall = holding._clocks()
    monkeypatch.setattr(holding, "_clocks", lambda: (monotonic, wall + seconds))


@pytest.mark.parametrize(
    "trouble", [OSError(errno.ENOSYS, "no"), OSError(errno.EOPNOTSUPP, "no"), NotImplementedError("no")]
)
def test_without_locks_one_holds_it_all_the_same(
    tmp_path: Path, no_locks: None, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    monkeypatch.setattr(NoLocks, "trouble", trouble)
    path = tmp_path / "c1.lock"
    with held(path) as first:
        assert first is not None
        with held(path) as second:
            assert second is None
    with held(path) as third:
        assert third is not None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_fails_otherwise_is_no_network_drive(
    tmp_path: Path, no_locks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoLocks, "trouble", OSError(errno.EROFS, "read-only"))
    with pytest.raises(SetupError, match="cannot be used"), held(tmp_path / "c1.lock"):
        pytest.fail("nothing can be held there")


def test_silence_frees_it_after_two_minutes_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "c1.alive"
    assert BeatingFile(path).take()
    silence(path, SILENT_SECONDS - 5)
    assert not BeatingFile(path).take()
    silence(path, 6)
    assert BeatingFile(path).take()
    assert [file.name for file in tmp_path.iterdir()] == ["c1.alive"]


def test_a_run_that_beats_for_hours_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "c1.alive"
    run = BeatingFile(path)
    assert run.take()
    for _ in range(3):
        silence(path, 3600)
        run.beat()
        assert not BeatingFile(path).take()
        assert not run.is_lost()


def test_who_was_silent_too_long_notices_and_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c1.alive"
    sleeper, other = BeatingFile(path), BeatingFile(path)
    assert sleeper.take()
    silence(path, SILENT_SECONDS)
    assert other.take()
    asleep(monkeypatch, SILENT_SECONDS)
    assert sleeper.is_lost()
    sleeper.beat()
    sleeper.give_back()
    assert not other.is_lost()
    path.unlink()
    assert other.is_lost(), "nobody's is not ours"


def test_a_drive_that_is_away_is_believed_until_somebody_may_have_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = BeatingFile(tmp_path / "c1.alive")
    assert file.take()

    def away(path: Path) -> str:
        raise OSError(errno.EIO, "away")

    monkeypatch.setattr(holding, "_read", away)
    asleep(monkeypatch, SILENT_SECONDS - 20)
    assert not file.is_lost()
    asleep(monkeypatch, 20)
    assert file.is_lost()


def test_of_many_who_take_over_one_succeeds(tmp_path: Path) -> None:
    path = tmp_path / "c1.alive"
    for _ in range(20):
        assert BeatingFile(path).take()
        silence(path, SILENT_SECONDS)
        start, won = threading.Barrier(6), []

        def try_it(start: threading.Barrier = start, won: list[BeatingFile] = won) -> None:
            mine = BeatingFile(path)
            start.wait()
            if mine.take():
                won.append(mine)

        threads = [threading.Thread(target=try_it) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len([file for file in won if file._is_ours()]) == 1
        path.unlink()


def test_the_heart_beats_until_the_end_whatever_the_disk_says() -> None:
    beats, enough = [], threading.Event()

    def beat() -> None:
        beats.append(1)
        if len(beats) == 3:
            enough.set()
        raise OSError(errno.EIO, "away")

    with heartbeat(beat, 0.01):
        assert enough.wait(30)
    at_the_end = len(beats)
    assert not [thread for thread in threading.enumerate() if thread.name == "syncdesk-heartbeat"]
    assert len(beats) == at_the_end


def test_a_busy_lease_says_when_it_frees_itself(syncdesk_home: Path, no_locks: None) -> None:
    with lease(folders(), "c1"):
        with pytest.raises(BusyError) as busy, lease(folders(), "c1"):
            pytest.fail("two runs at once")
        assert f"process {os.getpid()}" in busy.value.remedy
        assert "If it gives none until" in busy.value.remedy
    assert list(folders().leases.iterdir()) == []


def test_a_run_whose_lease_was_taken_over_is_told(
    syncdesk_home: Path, no_locks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lease(folders(), "c1") as first:
        first.check()
        silence(folders().leases / "c1.alive", SILENT_SECONDS)
        with lease(folders(), "c1") as second:
            asleep(monkeypatch, SILENT_SECONDS)
            with pytest.raises(BusyError, match="taken over") as busy:
                first.check()
            assert f"process {os.getpid()}" in busy.value.remedy
            second.check()
