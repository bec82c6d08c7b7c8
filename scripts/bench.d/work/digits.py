"""digits, 32 hidden tanh units, batches of 32 rows, 50 epochs of adam, whole processes, one thread each."""

from compare import Side, Work
from machine import DIGITS, python

NAMES = ("digits",)
EPOCHS = 50
NETWORK = ("--task", "classification", "--hidden", 32, "--batch-size", 32, "--optimizer", "adam", "--lr", 0.001)
NETWORK += ("--l2", 0)


def works(setting):
    yield Work(
        name="digits",
        title=f"digits, 32 hidden, batches of 32, {EPOCHS} epochs, 1 thread",
        gdtrain=setting.fit(DIGITS, *NETWORK, "--log-every", EPOCHS, "--epochs", EPOCHS, threads=1),
        peers=[  # starting weights and shuffles differ, and so do the losses
            Side("MLPClassifier", python("sklearn, pandas", "digits_scikit_learn.py", DIGITS, EPOCHS), 0.4, 0.5),
            Side("PyTorch", python("numpy, torch", "digits_pytorch.py", DIGITS, EPOCHS), 0.2, 0.5),
        ],
        threads=1,
    )
