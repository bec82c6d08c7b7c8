package gdtrain.cli;

import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.train.Seed;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The model and how descent goes. */
final class DescentOptions {
  private static final int MOST_EPOCHS = 1000;

  @Option(
      names = "--loss",
      paramLabel = "auto|NAME[:KEY=VALUE]",
      defaultValue = Automatic.WORD,
      completionCandidates = CatalogNames.Losses.class,
      description =
          "What is minimised. auto: mse for numbers, cross-entropy for classes. All, with the"
              + " defaults of their settings: ${COMPLETION-CANDIDATES}. For mae, quantile and hinge"
              + " give --lr, for numbers a hundredth of the target's spread, for hinge 0.03, and"
              + " --epochs 30000. Default: ${DEFAULT-VALUE}.")
  String loss = Automatic.WORD;

  @Option(
      names = "--class-weight",
      paramLabel = "balanced|LABEL=N,...",
      description =
          "Multiplies the weights of a class's training rows in the loss, not in scaling, metrics or"
              + " validation. balanced: rows / (classes x rows of the class). Default: all 1.")
  String classWeight;

  @Option(
      names = "--intercept",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "With a constant term; without, numeric inputs are scaled but not centred."
              + " Default: with.")
  boolean intercept = true;

  @Option(
      names = "--l1",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Adds N x the sum of |weight| to the loss; proximal steps, with gd. Default: 0.")
  double l1;

  @Option(
      names = "--l2",
      paramLabel = "auto|N",
      defaultValue = Automatic.WORD,
      description =
          "Adds N/2 x the sum of weight^2 to the loss, on scaled inputs. auto: 0 for a linear model;"
              + " with hidden layers inputs / rows, at most 0.01 for classes and 0.03 for numbers."
              + " Default: ${DEFAULT-VALUE}.")
  String l2 = Automatic.WORD;

  @Option(
      names = "--warm-start",
      paramLabel = "MODEL",
      description =
          "Start from the parameters of a saved model of the same inputs and classes: it predicts the"
              + " same before the first step, also where the inputs are scaled otherwise. Not for cv."
              + " Default: as --init says.")
  String warmStart;

  @Option(
      names = "--optimizer",
      paramLabel = "auto|NAME[:KEY=N,...]",
      defaultValue = Automatic.WORD,
      completionCandidates = CatalogNames.Optimizers.class,
      description =
          "How a gradient becomes a step. auto: gd, or, with hidden layers, adam at learning rate"
              + " 0.01. Default: ${DEFAULT-VALUE}. Names and settings: ${COMPLETION-CANDIDATES}")
  String optimizer = Automatic.WORD;

  @Option(
      names = "--lr",
      paramLabel = "auto|N",
      defaultValue = Automatic.WORD,
      description =
          "Learning rate, the length of a step; with gd: parameter = parameter - N x gradient."
              + " auto: with gd from the curvature met so far, else what is usual for the"
              + " optimizer. Default: ${DEFAULT-VALUE}.")
  String learningRate = Automatic.WORD;

  @Option(
      names = "--schedule",
      paramLabel = "auto|NAME[:KEY=N,...]",
      defaultValue = Automatic.WORD,
      completionCandidates = CatalogNames.Schedules.class,
      description =
          "How the learning rate changes; warmup: epochs of a straight way up before; end and start:"
              + " shares of --lr. auto: constant, or, where hidden layers have the automatic"
              + " optimizer, cosine. Default: ${DEFAULT-VALUE}. Names and settings: ${COMPLETION-CANDIDATES}")
  String schedule = Automatic.WORD;

  @Option(
      names = "--clip-norm",
      paramLabel = "N",
      description = "Shorten gradients whose norm is above N to N.")
  Double clipNorm;

  @Option(
      names = "--batch-size",
      paramLabel = "auto|full|N",
      defaultValue = Automatic.WORD,
      description =
          "Rows of one step; each epoch deals all rows to steps anew. full: all rows, an epoch is one"
              + " step. auto: full for a linear model, 32 with hidden layers. Default:"
              + " ${DEFAULT-VALUE}.")
  String batchSize = Automatic.WORD;

  @Option(
      names = "--compress",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "With full batches of a linear model under mse: put as many rows as there are columns, of a QR"
              + " factorisation, in the place of all. Loss and gradient are the same, an epoch takes next"
              + " to no time. For up to 200 inputs, where there are 4 times as many rows as columns."
              + " Default: where it applies.")
  boolean compress = true;

  @Option(
      names = "--epochs",
      paramLabel = "auto|N",
      defaultValue = Automatic.WORD,
      description =
          "Most passes over all rows. auto: 1000 for a linear model; with hidden layers 500, fewer"
              + " where that is more than 100,000 steps, but at least 20. Default: ${DEFAULT-VALUE}.")
  String epochs = Automatic.WORD;

  /** What the options say of a run, checked. */
  FitPlan plan(NetworkPlan network, StoppingOptions stopping, Seed seed, int threads) {
    int most = Automatic.wholeNumber("--epochs", epochs).orElse(MOST_EPOCHS);
    return new FitPlan(
        network,
        loss(),
        method(network),
        stopping.limits(most, loss()),
        Automatic.is(epochs),
        l1,
        Automatic.number("--l2", l2, "a number of 0 or more"),
        compress,
        seed,
        start(network),
        threads);
  }

  /** How descent goes through a network. */
  private NamedMethod method(NetworkPlan network) {
    OptionalDouble clip = clipNorm == null ? OptionalDouble.empty() : OptionalDouble.of(clipNorm);
    return new MethodChoice(optimizer, learningRate, schedule, clip, batchSize)
        .method(network, l1 > 0);
  }

  /** The model to start from, if any. */
  private Optional<StartModel> start(NetworkPlan network) {
    if (warmStart != null && network.initializer().isPresent()) {
      throw new IllegalArgumentException("--init has no effect with --warm-start");
    }
    return Optional.ofNullable(warmStart).map(StartModel::read);
  }

  private LossPlan loss() {
    return new LossPlan(loss, ClassWeights.parse(classWeight));
  }
}
