"""examples/slurm/ on a real Slurm: a slurmctld and two slurmd on this machine, one task of which is killed.

    python3 slurm_test.py PITH PITH_CRAWL EXAMPLE

Skipped, aloud, where Slurm is missing or does not come up.
"""

import getpass
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

DAEMONS = ("slurmctld", "slurmd")
SBIN = f"{os.environ['PATH']}:/usr/sbin:/sbin"
for program in (*DAEMONS, "sbatch", "sinfo", "squeue", "scancel"):
    if shutil.which(program, path=SBIN) is None:
        print(f"skipped: no {program}")
        sys.exit(0)

PITH, PITH_CRAWL, EXAMPLE = (os.path.abspath(sys.argv.pop(1)) for _ in range(3))
ARCHIVES, SHARDS, PAGES = 8, 4, 250
SUMS = ("inputs", "records", "pages", "kept", "page_bytes", "output_bytes", "verdicts", "skipped", "errors", "complete")

CONFIGURATION = """
ClusterName=pith
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
StateSaveLocation={folder}/state
SlurmctldPidFile={folder}/slurmctld.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdSpoolDir={folder}/spool-%n
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmdLogFile={folder}/slurmd-%n.log
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={port_1} CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={port_2} CPUs=1 State=UNKNOWN
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


class Cluster:
    """A controller and two nodes, all of them children of this process."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {**os.environ, "PATH": SBIN, "SLURM_CONF": str(folder / "slurm.conf"), "PITH": PITH}
        ports = free_ports(3)
        (folder / "state").mkdir()
        (folder / "slurm.conf").write_text(CONFIGURATION.format(
            folder=folder, user=getpass.getuser(), host=socket.gethostname().split(".")[0],
            port=ports[0], port_1=ports[1], port_2=ports[2]))
        self.processes = [self.start("slurmctld", "-D", "-c")]
        self.processes += [self.start("slurmd", "-D", "-N", name) for name in ("n1", "n2")]

    def start(self, *command):
        with open(self.folder / "daemons.log", "ab") as log:
            return subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, cwd=self.folder)

    def run(self, *command, **more):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, cwd=self.folder, **more)

    def wait_for_nodes(self):
        states = []
        for _ in range(300):
            states = self.run("sinfo", "--noheader", "-N", "-o", "%N %T").stdout.split("\n")
            if sorted(filter(None, states)) == ["n1 idle", "n2 idle"]:
                return
            time.sleep(0.2)
        print(f"{self.logs()}\nskipped: Slurm does not come up on this machine: {states}")
        raise unittest.SkipTest

    def logs(self):
        return "\n".join(f"{path.name}: {path.read_text(errors='replace')[-2000:]}" for path in self.folder.glob("*.log"))

    def stop(self):
        if self.processes[0].poll() is None:
            self.run("scancel", "--user", getpass.getuser())
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def worker_of(output):
    """The process id of the pith batch that writes to this folder, or None."""
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
        except OSError:
            continue  # it ended meanwhile
        if words[:2] == [PITH.encode(), b"batch"] and str(output).encode() in words:
            return int(entry.name)
    return None


def awaits(process, number):
    """Whether the stopped process was sent that signal, which it gets when it goes on."""
    rows = dict(line.split(":\t", 1) for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines())
    return (int(rows["ShdPnd"], 16) | int(rows["SigPnd"], 16)) >> (number - 1) & 1 == 1


class SlurmTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-slurm-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.archives = [cls.folder / f"{number}.warc.gz" for number in range(ARCHIVES)]
        for number, path in enumerate(cls.archives):
            with open(path, "wb") as file:
                subprocess.run([PITH_CRAWL, "--pages", str(PAGES), "--seed", str(number)], stdout=file, check=True)
        cls.manifest = cls.folder / "manifest"
        cls.manifest.write_text("".join(f"{path}\n" for path in cls.archives))
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)
        cls.cluster.wait_for_nodes()

    def command(self, out, *more):
        return ["sh", f"{EXAMPLE}/submit.sh", str(self.manifest), str(out), str(SHARDS), *more]

    def start(self, out):
        submission = subprocess.Popen(self.command(out, "--wait"), env=self.cluster.environment, cwd=self.folder,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(submission.communicate)
        self.addCleanup(submission.kill)
        return submission

    def submit(self, out, *more):
        return self.cluster.run(*self.command(out, "--wait", *more), timeout=400)

    def merge(self, out):
        done = self.cluster.run(sys.executable, f"{EXAMPLE}/merge_reports.py", str(out))
        return done.returncode, json.loads(done.stdout)

    def signal_the_worker_of(self, shard, out, submission, number):
        """When it has written something, so that there is something to go on from. Returns its process id."""
        partial = out / f"{shard}.partial"
        for _ in range(20000):
            worker = worker_of(partial)
            if worker is not None and (partial / ".pith-batch.json").exists():
                os.kill(worker, number)
                return worker
            self.assertIsNone(submission.poll(), self.cluster.logs())
            time.sleep(0.005)
        self.fail("no task was seen at work")

    def check_against_one_process(self, out):
        alone = self.folder / "alone"
        subprocess.run([PITH, "batch", "-o", str(alone), *map(str, self.archives)], capture_output=True, check=True)
        lines = (alone / "part-00000.jsonl").read_text().splitlines()
        shards = [path.read_text().splitlines() for path in sorted(out.glob("shard-*/part-*"))]
        self.assertEqual(len(shards), SHARDS)
        self.assertEqual(sorted(sum(shards, [])), sorted(lines))
        code, total = self.merge(out)
        report = json.loads((alone / "report.json").read_text())
        self.assertEqual((code, {name: total[name] for name in SUMS}), (0, {name: report[name] for name in SUMS}))
        self.assertEqual(len(total["slowest"]), SHARDS)

    def test_a_killed_task_is_missing_and_only_it_is_run_again(self):
        out = self.folder / "out"
        submission = self.start(out)
        self.signal_the_worker_of("shard-00001", out, submission, signal.SIGKILL)
        said = submission.communicate(timeout=400)[0]
        self.assertEqual(submission.returncode, 137, said + self.cluster.logs())  # 128 + SIGKILL, of the worst task
        self.assertIn("4 of 4 shards to do", said)
        code, total = self.merge(out)
        self.assertEqual((code, total["missing"], total["complete"]), (1, ["shard-00001"], False))
        before = {path: path.stat().st_mtime_ns for path in out.glob("shard-*/part-*") if ".partial" not in str(path)}
        self.assertEqual(len(before), SHARDS - 1)

        again = self.submit(out)
        self.assertEqual(again.returncode, 0, again.stderr + self.cluster.logs())
        self.assertIn("1 of 4 shards to do", again.stdout)
        self.assertEqual({path: path.stat().st_mtime_ns for path in before}, before)
        self.check_against_one_process(out)
        self.assertEqual(list(out.glob("*.partial")), [])
        last = self.submit(out)
        self.assertEqual((last.returncode, last.stdout), (0, "submit.sh: all 4 shards are done\n"))

    def test_a_stopped_task_leaves_what_it_did(self):
        out = self.folder / "stopped"
        submission = self.start(out)
        # It stands still until the signal is there: else it may be done before.
        worker = self.signal_the_worker_of("shard-00000", out, submission, signal.SIGSTOP)
        # What --signal=B:TERM does before the time is over: the shell of the task is told.
        running = self.cluster.run("squeue", "--noheader", "--array", "--states=RUNNING", "-o", "%i").stdout.split()
        # Its exit code says nothing: it tries again, and finds that the tasks are ending.
        self.cluster.run("scancel", "--batch", "--signal=TERM", *running)
        for _ in range(6000):
            if awaits(worker, signal.SIGTERM):
                break
            time.sleep(0.01)
        os.kill(worker, signal.SIGCONT)
        submission.communicate(timeout=400)
        logs = "".join(path.read_text() for path in (out / "logs").iterdir())
        self.assertIn("stopped by SIGTERM; --resume goes on from there", logs)
        self.assertEqual(self.submit(out).returncode, 0)
        self.assertEqual(self.merge(out)[0], 0)

    def test_another_plan_is_refused(self):
        out = self.folder / "planned"
        self.assertEqual(self.submit(out, "--test-only").returncode, 0)
        other = self.cluster.run("sh", f"{EXAMPLE}/submit.sh", str(self.manifest), str(out), "3")
        self.assertEqual(other.returncode, 2)
        self.assertIn("holds shards of another manifest or number", other.stderr)
        many = self.cluster.run("sh", f"{EXAMPLE}/submit.sh", str(self.manifest), str(self.folder / "x"), "9")
        self.assertIn("9 shards: the manifest has 8 archives, so 1 to 8 can be made", many.stderr)


if __name__ == "__main__":
    unittest.main()
