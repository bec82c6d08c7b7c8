"""A piece of work that gdtrain and others do: that all reach the same loss, what each costs, how the two relate."""

import subprocess
from dataclasses import dataclass

import machine
from measure import Contender, measure
from report import Row, megabytes, seconds


def last_loss(done):
    """The last line of stdout is an epoch, a comma, the loss and maybe more."""
    return float(done.stdout.splitlines()[-1].split(",")[1])


@dataclass
class Side:
    """One that does the work. A command is None where it is not installed."""

    name: str
    command: list
    aim: float = None  # the largest ratio gdtrain / this that is aimed at
    tolerance: float = 1e-6  # relative, of its loss to gdtrain's; None: it has no loss to compare
    check: list = None  # the command that tells the loss, where that is another
    loss: object = last_loss
    own: bool = False  # gdtrain in another guise: its environment stays as it is


@dataclass
class Work:
    """What is done, by whom, and what of it is measured.

    With epochs (short, long) every command gets the number of epochs as its last word, and measured is what an
    epoch adds: the slope from the short run to the long one. Otherwise it is the whole process.
    """

    name: str
    title: str
    gdtrain: list
    peers: list
    epochs: tuple = None
    memory: bool = False  # peak memory instead of time
    floor: tuple = None  # the least it could cost, and of what that consists
    floor_aim: float = None  # the largest ratio gdtrain / floor that is aimed at
    threads: int = None  # of the others, where they are not to have as many as the setting says
    loss: object = last_loss  # what tells that of gdtrain

    def measure(self, setting, rounds):
        """Rows of the table, what there is to say besides, and whether all went well."""
        return compare(self, setting, rounds)


def compare(work, setting, rounds):
    """The rows of the table for one piece of work, and what had to be left out, as sentences."""
    fit = Side("gdtrain", work.gdtrain, own=True, loss=work.loss)
    builds = [Side(launcher, [launcher, *work.gdtrain[1:]], own=True, loss=work.loss) for launcher in setting.builds]
    present = [*builds, *(peer for peer in work.peers if peer.command)]
    notes = [f"{work.name}: {peer.name} is not installed and was left out" for peer in work.peers if not peer.command]
    losses, failures = reached(work, [fit, *present], setting)
    notes += [f"{work.name}: {failure}" for failure in failures]
    if fit.name not in losses:
        return [], notes, False
    same = [peer for peer in present if peer.name in losses]
    # The run that told the loss has warmed up already.
    runs = measure([contender(work, side, setting) for side in (fit, *same)], rounds, warm_up=0)
    measured = {run.name: run for run in runs}
    complete = len(runs) == len(present) + 1
    if fit.name not in measured:
        return [], [*notes, f"{work.name}: gdtrain failed"], False
    floor = work.floor or (None, "")
    peers = [peer for peer in same if peer.name in measured]
    rows = [row(work, measured, peer, losses, floor) for peer in peers]
    if floor[0]:
        notes.append(f"{work.name}: the floor is {floor[1]}")
    if work.floor_aim or not rows:
        rows.append(floor_row(work, measured, losses, floor))
    return rows, notes, complete


def reached(work, sides, setting):
    """The loss of each by name, without those who reach another than gdtrain, which comes first; and why they lack."""
    losses, failures = {}, []
    for side in sides:
        try:
            loss = loss_of(work, side, setting)
        except (subprocess.CalledProcessError, ValueError, IndexError) as failure:
            output = getattr(failure, "stderr", "") or ""
            failures.append(f"{side.name} failed in telling its loss: {failure} {output[-1000:]}".rstrip())
            if side is sides[0]:
                break
            continue
        least = losses.get(sides[0].name)
        if None not in (least, side.tolerance, loss) and abs(loss - least) > side.tolerance * least:
            failures.append(
                f"{side.name} reaches the loss {loss:.6g}, gdtrain {least:.6g}: not the same work (tolerance"
                f" {side.tolerance:g}), not measured"
            )
            continue
        losses[side.name] = loss
    return losses, failures


def loss_of(work, side, setting):
    if side.tolerance is None:
        return None
    command = side.check or (side.command + [work.epochs[0]] if work.epochs else side.command)
    done = subprocess.run(
        [str(word) for word in command],
        env=environment(work, side, setting),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return side.loss(done)


def environment(work, side, setting):
    return None if side.own else machine.peer_environment(work.threads or setting.threads)


def contender(work, side, setting):
    commands = [side.command + [epochs] for epochs in work.epochs] if work.epochs else [side.command]
    return Contender(side.name, *commands, environment=environment(work, side, setting))


def row(work, measured, peer, losses, floor):
    """gdtrain beside one peer."""
    filled = alone(work, measured, losses, floor)
    filled.peer, filled.peer_cost = peer.name, show(work, cost_of(work, measured[peer.name]))
    filled.peer_peak = megabytes(measured[peer.name].peak())
    filled.ratio = cost_of(work, measured["gdtrain"]) / cost_of(work, measured[peer.name])
    filled.aim = peer.aim
    if peer.tolerance is not None:
        filled.peer_loss, filled.tolerance = f"{losses[peer.name]:.6g}", f"{peer.tolerance:g}"
    return filled


def floor_row(work, measured, losses, floor):
    """gdtrain beside the floor, as if that were a peer."""
    filled = alone(work, measured, losses, floor)
    if floor[0]:
        filled.peer, filled.peer_cost = "the floor", show(work, floor[0])
        filled.ratio, filled.aim = cost_of(work, measured["gdtrain"]) / floor[0], work.floor_aim
    return filled


def alone(work, measured, losses, floor):
    fit = measured["gdtrain"]
    cost = cost_of(work, fit)
    least, _ = floor
    return Row(
        work=work.title,
        gdtrain=show(work, cost),
        peak=megabytes(fit.peak()),
        floor=show(work, least) if least else "",
        distance=f"{cost / least:.2f}" if least else "",
        loss=f"{losses['gdtrain']:.6g}",
    )


def show(work, cost):
    return megabytes(cost) if work.memory else seconds(cost)


def cost_of(work, run):
    if work.memory:
        return run.peak()
    if work.epochs:
        short, long = work.epochs
        return run.slope() / (long - short)
    return run.seconds()
