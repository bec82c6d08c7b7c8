package gdtrain.run.setting;

import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.run.setting.Command.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of all settings, each defined once. Options, help, keys of specs and their types, the
 * settings in model files and checkpoints, and the axes of a sweep are read from it.
 *
 * <p>In a sentence {@code ⟦lr⟧} names another setting, {@code ${DEFAULT-VALUE}} is the default and
 * {@code ${COMPLETION-CANDIDATES}} the list of names.
 */
@SuppressWarnings("MissingSummary") // every constant says itself what it is
public final class Settings {
  /** The value that leaves the choice to the program. */
  public static final String AUTO = "auto";

  private static final List<Setting<?>> TABLE = new ArrayList<>();
  private static final String COLUMN_LIST =
      " Columns are names or 1-based numbers, comma-separated; a name with a comma is quoted.";

  // How the bytes of the data become cells.
  public static final Setting<String> HEADER =
      text(Group.READING, "header", "auto|yes|no")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "Whether the first record names the columns. auto: told from the records below it. "
                  + "Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> COLUMNS =
      list(Group.READING, "columns", "NAMES")
          .sharedBySweep()
          .says("Names of all columns, comma-separated, instead of the header's.");
  public static final Setting<String> DELIMITER =
      text(Group.READING, "delimiter", "auto|CHAR|tab|whitespace")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "What separates cells; whitespace: runs of blanks and tabs. auto: comma, semicolon, tab, "
                  + "bar or whitespace, told from the data. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> COMMENT =
      text(Group.READING, "comment", "auto|none|CHAR")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "Lines that start with CHAR are comments. auto: those with #, unless rows start so; "
                  + "one right above the first row may name the columns. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> SKIP =
      text(Group.READING, "skip", "auto|N|N,M")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "Leave out the first N lines and, with M, the last M. Unless M is given, lines that "
                  + "are no rows are left out, too, and named: titles, a line of units, totals at the end. "
                  + "Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> ENCODING =
      text(Group.READING, "encoding", "NAME")
          .byDefault("utf-8")
          .sharedBySweep()
          .says("The encoding of the text. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> NA =
      list(Group.READING, "na", "TOKENS")
          .sharedBySweep()
          .says(
              "More cells that stand for a missing value, comma-separated, besides empty ones, the "
                  + "usual NA, NaN, null, None and the like, and marks such as - . * among numbers. none: only "
                  + "empty cells, and what else is named. A number stands for every spelling of it in a column "
                  + "of numbers: 999 for 999.0 too.");
  public static final Setting<String> DECIMAL =
      text(Group.READING, "decimal", "auto|point|comma")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "The decimal mark of numbers. auto: told column by column. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> THOUSANDS =
      text(Group.READING, "thousands", "auto|MARK")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "The mark between groups of three digits: point, comma, blank or apostrophe. auto: told "
                  + "column by column. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> DATE_FORMAT =
      text(Group.READING, "date-format", "auto|d/m/y|m/d/y|y/m/d")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "The order of day, month and year in dates that end with the year, whatever stands "
                  + "between them. auto: told from the data. Default: ${DEFAULT-VALUE}.");

  // Which columns play which role, and how they become numbers.
  public static final Setting<String> TARGET =
      text(Group.COLUMNS, "target", "COLUMN")
          .sharedBySweep()
          .commonly()
          .says("What to predict, by name or number. Default: the last column.");
  public static final Setting<String> TASK =
      text(Group.COLUMNS, "task", "auto|regression|classification")
          .byDefault(AUTO)
          .sharedBySweep()
          .says(
              "auto: classification for text or exactly two values, else regression. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<String> WEIGHT =
      text(Group.COLUMNS, "weight", "COLUMN")
          .sharedBySweep()
          .says("Weights of the rows: 2 counts as two rows, 0 as none. Default: all 1.");
  public static final Setting<String> OFFSET =
      text(Group.COLUMNS, "offset", "COLUMN")
          .sharedBySweep()
          .says(
              "With loss poisson or gamma: a column that is added to the raw output, with no parameter. "
                  + "Default: none.");
  public static final Setting<String> EXPOSURE =
      text(Group.COLUMNS, "exposure", "COLUMN")
          .sharedBySweep()
          .says(
              "The same by its logarithm: the prediction is the exposure, such as a time or a number of "
                  + "people, times a rate. Default: none.");
  public static final Setting<String> INCLUDE =
      list(Group.COLUMNS, "include", "COLUMNS")
          .says("Use columns that would be left out." + COLUMN_LIST);
  public static final Setting<String> EXCLUDE =
      list(Group.COLUMNS, "exclude", "COLUMNS").commonly().says("Do not use these columns.");
  public static final Setting<String> CATEGORICAL =
      list(Group.COLUMNS, "categorical", "COLUMNS")
          .sharedBySweep()
          .says("Read these columns as categories though they hold numbers.");
  public static final Setting<String> NUMERIC =
      list(Group.COLUMNS, "numeric", "COLUMNS")
          .sharedBySweep()
          .says("Insist that these columns hold numbers; text in them is an error.");
  public static final Setting<List<String>> DATE =
      texts(Group.COLUMNS, "date", "COLUMN[:PARTS]")
          .sharedBySweep()
          .says(
              "Insist that this column holds dates, and add parts of them as categories: year, month, "
                  + "weekday, hour, such as day:month,weekday. May be given again. Dates are days since the "
                  + "earliest one of DATA. Default: dates are detected, and have no parts.");
  public static final Setting<Integer> RARE =
      whole(Group.COLUMNS, "rare", "N")
          .byDefault("1")
          .says(
              "Categories of fewer than N training rows become one, (other), which also stands for "
                  + "those that are met only when predicting. Default: ${DEFAULT-VALUE}, none.");
  public static final Setting<String> SCALE =
      text(Group.COLUMNS, "scale", "standard|minmax|robust|none")
          .byDefault("standard")
          .says(
              "Scaling of numeric inputs, by the training rows; robust: by median and distance of the "
                  + "quartiles. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> LOG_INPUTS =
      list(Group.COLUMNS, "log-inputs", "COLUMNS")
          .says(
              "Inputs that enter as their natural logarithm, log(x); all their numbers must be above 0. "
                  + "Default: none.");
  public static final Setting<String> TARGET_TRANSFORM =
      text(Group.COLUMNS, "target-transform", "none|log|sqrt")
          .byDefault("none")
          .sharedBySweep()
          .says(
              "Learn the logarithm or the square root of a number; loss and parameters are of that, "
                  + "predictions and metrics in the target's own unit. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> ENCODE =
      text(Group.COLUMNS, "encode", "treatment|full")
          .byDefault("treatment")
          .says(
              "Categories as 0/1 inputs: treatment leaves out the first level, the base. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<List<String>> BASE =
      texts(Group.COLUMNS, "base", "COLUMN=LEVEL")
          .sharedBySweep()
          .says(
              "The category that the others of a column are compared with: it has no input of its own. "
                  + "May be given again. Default: the first in the order of characters.");
  public static final Setting<String> POSITIVE =
      text(Group.COLUMNS, "positive", "LABEL")
          .sharedBySweep()
          .says(
              "Of two classes the one whose probability is predicted; precision, recall, f1 and auc are "
                  + "of it. Default: the larger number, or the later text.");
  public static final Setting<Integer> DEGREE =
      whole(Group.COLUMNS, "degree", "N")
          .byDefault("1")
          .says(
              "Add the powers of every numeric column up to N: x^2, x^3; no products of columns, "
                  + "which ⟦interactions⟧ adds. Default: ${DEFAULT-VALUE}.");
  public static final Setting<Boolean> INTERACTIONS =
      flag(Group.COLUMNS, "interactions")
          .says(
              "Add the product of every two inputs from different columns: x1:x2, x1:species=b; no "
                  + "squares, and no products of powers. Powers and products are made of raw values, then "
                  + "scaled like numbers; what does not vary is left out and named.");
  public static final Setting<String> MISSING =
      text(Group.COLUMNS, "missing", "auto|impute|indicator|drop|error")
          .byDefault(AUTO)
          .says(
              "Missing inputs. auto: numbers become the training mean, and of texts missing is a "
                  + "category, (missing). impute: texts become the most frequent one. indicator: as auto, and "
                  + "each number with gaps gets an input that is 1 where it is missing. drop: the row is left "
                  + "out. error: refuse. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> DTYPE =
      text(Group.COLUMNS, "dtype", "double|float")
          .byDefault("double")
          .says(
              "Inputs of 8 bytes and 16 digits, or of 4 bytes and 7 digits: twice the rows in the "
                  + "same memory. All sums, parameters and losses are doubles. Default: ${DEFAULT-VALUE}.");

  // The layers between inputs and output.
  public static final Setting<String> HIDDEN =
      list(Group.NETWORK, "hidden", "N,N")
          .commonly()
          .says(
              "Units of the hidden layers, first to last, such as 16,8; the network is then trained "
                  + "by adam in batches of 32 unless told otherwise, and a number that is predicted is "
                  + "learned with mean 0 and standard deviation 1. Default: none, a linear model.");
  public static final Setting<List<String>> LAYER =
      texts(Group.NETWORK, "layer", "UNITS[:KEY=VALUE,...]")
          .sharedBySweep()
          .says(
              "A hidden layer with settings of its own, once for each layer, instead of ⟦hidden⟧: "
                  + "activation, l2, dropout (the share of units each step leaves out). In a spec, layers: "
                  + "a list of units, or of maps with units and these keys. Default: none.");
  public static final Setting<String> ACTIVATION =
      text(Group.NETWORK, "activation", "NAME[:KEY=N]")
          .listing(() -> Activations.CATALOG.complete())
          .says("What hidden layers apply to their sums: ${COMPLETION-CANDIDATES}. Default: tanh.");
  public static final Setting<String> INIT =
      text(Group.NETWORK, "init", "auto|zeros|uniform|glorot|he")
          .byDefault(AUTO)
          .says(
              "How weights start. auto: zeros without hidden layers; with them he for layers of "
                  + "relu, leaky-relu, elu, gelu and swish, else uniform, within 1 / sqrt(inputs). "
                  + "Default: ${DEFAULT-VALUE}.");

  // What is minimised, and how.
  public static final Setting<String> LOSS =
      text(Group.DESCENT, "loss", "auto|NAME[:KEY=VALUE]")
          .byDefault(AUTO)
          .sharedBySweep()
          .listing(() -> Losses.CATALOG.complete())
          .commonly()
          .says(
              "What is minimised. auto: mse for numbers, cross-entropy for classes. All, with the "
                  + "defaults of their settings: ${COMPLETION-CANDIDATES}. mae, quantile and hinge have "
                  + "kinks: ⟦lr⟧ auto takes a linear model down smooth forms of them to the minimum. "
                  + "Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> CLASS_WEIGHT =
      list(Group.DESCENT, "class-weight", "balanced|LABEL=N,...")
          .sharedBySweep()
          .says(
              "Multiplies the weights of a class's training rows in the loss, not in scaling, "
                  + "metrics or validation. balanced: rows / (classes x rows of the class). Default: all 1.");
  public static final Setting<Boolean> INTERCEPT =
      negatable(Group.DESCENT, "intercept")
          .says(
              "With a constant term; without, numeric inputs are scaled but not centred. Default: "
                  + "with.");
  public static final Setting<Double> L1 =
      number(Group.DESCENT, "l1", "N")
          .notFor(Command.PATH)
          .byDefault("0")
          .says("Adds N x the sum of |weight| to the loss; proximal steps, with gd. Default: 0.");
  public static final Setting<String> L2 =
      text(Group.DESCENT, "l2", "auto|N")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .commonly()
          .says(
              "Adds N/2 x the sum of weight^2 to the loss, on scaled inputs. In scikit-learn's terms "
                  + "Ridge has alpha = rows x N / 2, LogisticRegression C = 1 / (rows x N). auto: 0 for a "
                  + "linear model; with hidden layers inputs / rows, at most 0.01 for classes and 0.03 "
                  + "for numbers. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> WARM_START =
      text(Group.DESCENT, "warm-start", "MODEL")
          .notFor(Command.PATH)
          .reads()
          .says(
              "Start from the parameters of a saved model of the same inputs and classes: it "
                  + "predicts the same before the first step, also where the inputs are scaled otherwise. "
                  + "Not for cv. Default: as ⟦init⟧ says.");
  public static final Setting<String> OPTIMIZER =
      text(Group.DESCENT, "optimizer", "auto|NAME[:KEY=N,...]")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .listing(() -> lines(Optimizers.CATALOG.complete()))
          .says(
              "How a gradient becomes a step. auto: gd, or, with hidden layers, adam at learning "
                  + "rate 0.01. Default: ${DEFAULT-VALUE}. Names and settings: ${COMPLETION-CANDIDATES}");
  public static final Setting<String> LR =
      text(Group.DESCENT, "lr", "auto|N")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .commonly()
          .says(
              "Learning rate: step = learning rate x gradient; with gd, parameter = parameter - N x "
                  + "gradient. auto: with gd from the curvature met so far, in batches from the largest "
                  + "stable rate, else what is usual for the optimizer. "
                  + "Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> SCHEDULE =
      text(Group.DESCENT, "schedule", "auto|NAME[:KEY=N,...]")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .listing(() -> lines(Schedules.CATALOG.complete()))
          .says(
              "How the learning rate changes; warmup: initial epochs over which the rate rises "
                  + "linearly; end and start: shares of ⟦lr⟧. auto: constant, or, where hidden layers have the automatic "
                  + "optimizer, cosine. Default: ${DEFAULT-VALUE}. Names and settings: "
                  + "${COMPLETION-CANDIDATES}");
  public static final Setting<Double> CLIP_NORM =
      number(Group.DESCENT, "clip-norm", "N")
          .notFor(Command.PATH)
          .says("Shorten gradients whose norm is above N to N.");
  public static final Setting<String> BATCH_SIZE =
      text(Group.DESCENT, "batch-size", "auto|full|N")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .says(
              "Rows of one step; each epoch deals all rows to steps anew. full: all rows, an epoch "
                  + "is one step. auto: full for a linear model, 32 with hidden layers. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<Boolean> COMPRESS =
      negatable(Group.DESCENT, "compress")
          .notFor(Command.PATH)
          .says(
              "With full batches of a linear model under mse: put as many rows as there are columns, "
                  + "of a QR factorisation, in the place of all. Loss and gradient are the same, an epoch "
                  + "takes next to no time. For up to 200 inputs, where there are 4 times as many rows as "
                  + "columns. Default: where it applies.");
  public static final Setting<String> EPOCHS =
      text(Group.DESCENT, "epochs", "auto|N")
          .notFor(Command.PATH)
          .byDefault(AUTO)
          .commonly()
          .says(
              "Most passes over all rows. auto: 1000 for a linear model, 3000 with mae, quantile or "
                  + "hinge and ⟦lr⟧ auto; with hidden layers 500, "
                  + "fewer where that is more than 100,000 steps, but at least 20. Default: "
                  + "${DEFAULT-VALUE}.");

  // Rows that are not learned from.
  public static final Setting<String> VALIDATION =
      text(Group.VALIDATION, "validation", "SHARE|FILE")
          .reads()
          .sharedBySweep()
          .commonly()
          .says(
              "Keep back a random share of the rows, such as 0.2, the last ones, last:0.2, "
                  + "or whole groups, group:person:0.2, whose column is then no input, or use those of "
                  + "FILE. The log gets the column val_loss. With hidden layers or ⟦patience⟧ the epoch where it is lowest "
                  + "is kept; else they are only watched, and the lowest objective is kept.");
  public static final Setting<String> TEST =
      text(Group.VALIDATION, "test", "SHARE|FILE")
          .reads()
          .notFor(Command.SWEEP)
          .says(
              "Keep back rows as ⟦validation⟧ does, or use those of FILE, to be measured when all "
                  + "is over; they decide neither what is learned nor which epoch is kept. The share of "
                  + "⟦validation⟧ is of the rows that are left.");
  public static final Setting<Long> SEED =
      integer(Group.VALIDATION, "seed", "N")
          .says(
              "Seed of all random numbers: the share, starting weights, batches, dropout. Default: "
                  + "42.");

  public static final Setting<String> THRESHOLD =
      text(Group.VALIDATION, "threshold", "P|best:FIGURE|cost:fp=N,fn=N")
          .onlyFor(Command.FIT)
          .says(
              "Of two classes predict the positive one from this probability on, which the model keeps: P, or "
                  + "where f1, accuracy, balanced_accuracy or mcc is best, or false alarms and misses cost "
                  + "least, on the validation rows or else in 5 folds of the rows learned from. Default: 0.5.");

  // When a run ends before its last epoch.
  public static final Setting<Double> TOLERANCE =
      number(Group.STOPPING, "tolerance", "N")
          .says(
              "Converged when the estimated distance to the minimum is at most N x the norm of the "
                  + "weights; with mae, quantile or hinge, whose slopes jump, when the objective is at most "
                  + "that share above its minimum, for a linear model with ⟦lr⟧ auto only. 0 for never. "
                  + "Default: 1e-8.");
  public static final Setting<Double> TIME_LIMIT =
      number(Group.STOPPING, "time-limit", "SECONDS")
          .notFor(Command.PATH)
          .says("Stop at the end of the epoch in which the limit is reached.");
  public static final Setting<Integer> PATIENCE =
      whole(Group.STOPPING, "patience", "N")
          .notFor(Command.PATH)
          .says("With ⟦validation⟧: stop after N epochs without a new lowest validation loss.");

  // How rows are dealt to folds.
  public static final Setting<String> FOLDS =
      text(Group.FOLDS, "folds", "K|loo|time:K")
          .onlyFor(Command.CV)
          .says(
              "Hold out each of K parts of the rows in turn. loo: each row alone. time:K: the last K of "
                  + "K+1 stretches of the file, each after training on all rows before it. Default: 5.");
  public static final Setting<String> SWEEP_FOLDS =
      text(Group.FOLDS, "folds", "K|loo|time:K")
          .onlyFor(Command.SWEEP)
          .says(
              "Compare runs by their mean loss on the rows held out of K folds, as cv cuts them, and name "
                  + "the simplest within one standard error of the best. Default: no folds.");
  public static final Setting<String> PATH_FOLDS =
      text(Group.FOLDS, "folds", "K|loo|time:K|none")
          .onlyFor(Command.PATH)
          .says(
              "The loss of rows held out, by which the best penalty is named, is the mean over K folds, as "
                  + "cv cuts them. Default: 5.");
  public static final Setting<Integer> REPEATS =
      whole(Group.FOLDS, "repeats", "N")
          .onlyFor(Command.CV)
          .says(
              "Do it N times, with the rows dealt anew; fold K+1 is the next's first. Default: 1.");
  public static final Setting<String> GROUP =
      text(Group.FOLDS, "group", "COLUMN")
          .says(
              "Rows with the same value in this column, such as those of one person, stay together: no "
                  + "group is learned from and held out; it is then no input. Default: every row by itself.");
  public static final Setting<String> FOLD_COLUMN =
      text(Group.FOLDS, "fold-column", "COLUMN")
          .says(
              "Rows with the same value in this column are a fold; it is then no input. For the folds "
                  + "of another program, or to hold out one group after the other.");
  public static final Setting<Long> FOLD_SEED =
      integer(Group.FOLDS, "seed", "N")
          .notFor(Command.SWEEP)
          .says(
              "Seed of all random numbers: the dealing of rows, starting weights, batches, dropout. "
                  + "Default: 42.");
  public static final Setting<String> FOLD_PREDICTIONS =
      text(Group.FOLDS, "predictions", "FILE")
          .onlyFor(Command.CV)
          .writes()
          .says(
              "Write what is predicted for every row by the run that has not seen it to FILE as CSV: "
                  + "line, fold, truth, prediction and, for classes, probability_<class>.");
  public static final Setting<Boolean> LEARNING_CURVE =
      flag(Group.FOLDS, "learning-curve")
          .onlyFor(Command.CV)
          .says(
              "Train each fold on shares of its rows, 0.1, 0.325, 0.55, 0.775 and 1, and print, for "
                  + "gdtrain plot, the mean figures of rows learned from and held out, train_loss, "
                  + "test_loss and so on, with their deviations: would more rows help?");

  // Which runs a sweep has, and what it leaves behind.
  public static final Setting<Integer> SAMPLES =
      whole(Group.SWEEP, "samples", "N")
          .says(
              "Instead of the whole grid, N runs with values drawn at random. 1e-4..1 is then a "
                  + "range, uniform in the logarithm if both ends are above 0; 2..64, digits alone, draws "
                  + "whole numbers. Default: the whole grid.");
  public static final Setting<Long> SAMPLE_SEED =
      integer(Group.SWEEP, "sample-seed", "N").says("Seed of what ⟦samples⟧ draws. Default: 42.");
  public static final Setting<String> BEST_OUTPUT =
      text(Group.SWEEP, "best-output", "MODEL")
          .writes()
          .says("Save the model of the best run as JSON, the same bytes as fit -o saves.");
  public static final Setting<String> SWEEP_REPORT =
      text(Group.SWEEP, "report", "FILE")
          .writes()
          .says(
              "Write one page to FILE, .html: the settings against the figure they are compared by.");
  public static final Setting<Boolean> SWEEP_FORCE =
      flag(Group.SWEEP, "force")
          .says("Overwrite the files of ⟦best-output⟧ and ⟦report⟧ if they exist.");
  public static final Setting<Integer> SWEEP_LOG_EVERY =
      whole(Group.SWEEP, "log-every", "N")
          .says("Log the first, every N-th and the last epoch of a run. Default: 1.");

  // Which penalties a path goes through.
  public static final Setting<Double> L1_RATIO =
      number(Group.PATH, "l1-ratio", "N")
          .byDefault("1")
          .says(
              "The share R of l1 in the penalty N: l1 is R x N and l2 (1 - R) x N. 1: l1 alone (lasso), 0: "
                  + "l2 alone (ridge), between: both (elastic net). Default: ${DEFAULT-VALUE}.");
  public static final Setting<Integer> PENALTIES =
      whole(Group.PATH, "penalties", "N")
          .byDefault("100")
          .says("How many penalties, evenly spaced in the logarithm. Default: ${DEFAULT-VALUE}.");
  public static final Setting<Double> RATIO =
      number(Group.PATH, "ratio", "N")
          .says(
              "The smallest penalty over the largest. That is the smallest one at which all weights are "
                  + "0 or, of l2 alone, 100 times the largest curvature. Default: 0.001, of l2 alone 1e-6.");

  // What is explained, and in which form.
  public static final Setting<String> EXPLAIN_FORMAT =
      text(Group.EXPLANATION, "format", "table|csv|json")
          .byDefault("table")
          .says(
              "table for people: the 30 most important parameters; csv and json: all, with all "
                  + "digits. Default: table.");
  public static final Setting<Integer> ROWS =
      whole(Group.EXPLANATION, "rows", "N")
          .says("Show the N rows that pull hardest at their prediction instead of the parameters.");
  public static final Setting<Boolean> INFLUENCE =
      flag(Group.EXPLANATION, "influence")
          .says(
              "With ⟦rows⟧, of a linear model under mse: the N rows that its exact minimum hangs on "
                  + "most, by Cook's distance, with their leverage.");
  public static final Setting<Long> ROW =
      integer(Group.EXPLANATION, "row", "LINE")
          .says(
              "Write out the chain rule for the row on this line of DATA, forward and back, and one "
                  + "step on this row alone; not as csv.");
  public static final Setting<Long> FOLLOW =
      integer(Group.EXPLANATION, "follow", "LINE")
          .says(
              "Prediction, slope and correction of the row on this line over the epochs of the run; "
                  + "csv and json have every epoch.");

  // At which point of its descent a run is looked at.
  public static final Setting<String> MODEL =
      text(Group.POINT, "model", "MODEL")
          .reads()
          .says(
              "Look at a saved model instead of a run: its columns, layers, loss and descent; only "
                  + "the options of reading may be given. Rows are those of DATA.");
  public static final Setting<String> AT =
      text(Group.POINT, "at", "start|end|EPOCH")
          .says(
              "Where the run is looked at: before the first step, at the epoch that fit keeps, or "
                  + "after an epoch, however near the minimum is. Default: start, or the parameters of "
                  + "⟦model⟧.");

  // What is checked, and how closely.
  public static final Setting<Double> CHECK_TOLERANCE =
      number(Group.CHECK, "tolerance", "N")
          .byDefault("1e-6")
          .says(
              "The largest error that passes, as a share of the largest slope of the layer. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<Boolean> ALL =
      flag(Group.CHECK, "all")
          .says("Check every parameter, however long it takes; else those that take some seconds.");
  public static final Setting<String> CHECK_FORMAT =
      text(Group.CHECK, "format", "table|csv|json")
          .byDefault("table")
          .says("How stdout is written; csv and json have all digits. Default: ${DEFAULT-VALUE}.");

  // Which part of the landscape is sampled, and how finely.
  public static final Setting<String> TERRAIN_PARAMS =
      list(Group.TERRAIN, "params", "NAMES")
          .says(
              "Two parameters to look along, all others as they are kept: input, output/input or "
                  + "layer/output/input as in the table of parameters, as much as is needed. Default: the "
                  + "two principal directions of the path.");
  public static final Setting<Integer> GRID =
      whole(Group.TERRAIN, "grid", "N")
          .says("N x N points of the surface, or N of the slice; at most 1000. Default: 41.");
  public static final Setting<Double> MARGIN =
      number(Group.TERRAIN, "margin", "SHARE")
          .says("Room on each side of the path, over the path's width. Default: 0.25.");
  public static final Setting<Boolean> SLICE =
      flag(Group.TERRAIN, "slice")
          .says("The loss along the negative gradient instead: x is the learning rate.");

  // What a picture shows, how, and where it goes.
  public static final Setting<String> PICTURE =
      text(Group.PICTURE, "output", "FILE")
          .writes()
          .shortly('o')
          .says(
              "Write to FILE instead of stdout: .svg, .html (a page that tells the values under the "
                  + "pointer; of terrain, one that steps through the epochs) or .png.");
  public static final Setting<Boolean> PICTURE_FORCE =
      flag(Group.PICTURE, "force").says("Overwrite FILE if it exists.");
  public static final Setting<String> PLOTTED =
      list(Group.PICTURE, "columns", "NAMES")
          .onlyFor(Command.PLOT)
          .says(
              "Draw these columns."
                  + COLUMN_LIST
                  + " Default: those with loss in their name, or else all that hold numbers.");
  public static final Setting<String> PLOTTED_OVER =
      text(Group.PICTURE, "x", "COLUMN")
          .onlyFor(Command.PLOT)
          .says("Draw them over this column. Default: step, iteration or epoch, or else the rows.");
  public static final Setting<String> LOG_AXES =
      text(Group.PICTURE, "log-axes", "auto|none|x|y|xy")
          .onlyFor(Command.PLOT)
          .byDefault(AUTO)
          .says(
              "Which axes are logarithmic. auto: y, where all values are above 0 and the largest is "
                  + "100 times the smallest, and x of a path. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> TITLE =
      text(Group.PICTURE, "title", "TEXT")
          .says("What stands above. Default: the name of the file.");
  public static final Setting<String> SIZE =
      text(Group.PICTURE, "size", "WIDTHxHEIGHT")
          .says(
              "In pixels, or in characters on stdout. Default: 800x480; on stdout that of the "
                  + "terminal, or 80x23.");
  public static final Setting<String> THEME =
      text(Group.PICTURE, "theme", "auto|light|dark")
          .byDefault(AUTO)
          .says(
              "Colours of FILE. auto: as the reader's system has it; of a PNG light. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<String> CHARACTERS =
      text(Group.PICTURE, "characters", "auto|braille|ascii")
          .byDefault(AUTO)
          .says(
              "What stdout is drawn of. auto: braille, or ASCII where the locale is not UTF-8. Given, "
                  + "terrain draws in a pipe, too. Default: ${DEFAULT-VALUE}.");

  // How a lesson is shown.
  public static final Setting<Boolean> NO_PAUSE =
      flag(Group.LESSON, "no-pause")
          .says("Print all screens at once; so it is, too, where stdin or stdout is no terminal.");
  public static final Setting<String> LESSON_PAGE =
      text(Group.LESSON, "html", "FILE")
          .writes()
          .says("Write the lesson to FILE instead, as one page for a browser.");
  public static final Setting<Boolean> LESSON_FORCE =
      flag(Group.LESSON, "force").says("Overwrite FILE if it exists.");

  // Where the results of a run go.
  public static final Setting<String> OUTPUT =
      text(Group.OUTPUT, "output", "MODEL")
          .writes()
          .shortly('o')
          .commonly()
          .says("Save the model as JSON.");
  public static final Setting<Boolean> FORCE =
      flag(Group.OUTPUT, "force").says("Overwrite files that exist.");
  public static final Setting<String> LOG =
      text(Group.OUTPUT, "log", "FILE")
          .writes()
          .commonly()
          .says("Write the loss log to FILE instead of stdout.");
  public static final Setting<String> LOG_FORMAT =
      text(Group.OUTPUT, "log-format", "csv|tsv|jsonl|vnl|none")
          .says("The shape of the loss log. Default: csv.");
  public static final Setting<Integer> LOG_EVERY =
      whole(Group.OUTPUT, "log-every", "N")
          .says("Log the first, every N-th and the last epoch. Default: 1.");
  public static final Setting<String> METRIC_LOG =
      list(Group.OUTPUT, "metric-log", "layers")
          .says(
              "More columns at the end of the loss log. layers: the norm of the gradient of each "
                  + "layer, grad_norm_1 and so on, first to last. Default: none.");
  public static final Setting<String> PARAMS =
      text(Group.OUTPUT, "params", "FILE|-")
          .writes()
          .says("Write the parameters as CSV; - is stdout, which then has no loss log.");
  public static final Setting<String> REPORT =
      text(Group.OUTPUT, "report", "FILE")
          .writes()
          .commonly()
          .says(
              "Write one page about the run to FILE, .html: how good it is, its curves, parameters "
                  + "and predictions, the rows with the largest loss.");

  // How sure a model is of its parameters and predictions.
  public static final Setting<Boolean> INFERENCE =
      flag(Group.UNCERTAINTY, "inference")
          .says(
              "Standard errors, tests and confidence intervals of the parameters of a linear model "
                  + "without penalty, and figures of its likelihood: on stderr, in ⟦params⟧, ⟦metrics⟧ "
                  + "and ⟦output⟧. mse, cross-entropy, poisson and gamma have them. A row of weight 2 "
                  + "counts as two.");
  public static final Setting<Double> LEVEL =
      number(Group.UNCERTAINTY, "level", "N")
          .byDefault("0.95")
          .says("With ⟦inference⟧: how sure the intervals are. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> ROBUST =
      text(Group.UNCERTAINTY, "robust", "hc1|hc3")
          .says(
              "With ⟦inference⟧: standard errors for rows whose variances differ; hc3 also for few "
                  + "rows. Default: those of the likelihood.");
  public static final Setting<String> CLUSTER =
      text(Group.UNCERTAINTY, "cluster", "COLUMN")
          .says(
              "With ⟦inference⟧: standard errors for rows that depend on each other where they have "
                  + "the same value in this column, which is then no input. Default: rows are independent.");

  public static final Setting<Integer> CALIBRATE =
      whole(Group.UNCERTAINTY, "calibrate", "K")
          .says(
              "Keep in the model how far off its predictions are, for predict ⟦interval⟧: train once "
                  + "more for each of K parts of the rows, without them. Default: only where "
                  + "⟦validation⟧ keeps rows back, by these.");

  // What must hold of the metrics.
  public static final Setting<List<String>> REQUIRE =
      texts(Group.REQUIREMENTS, "require", "EXPR")
          .says(
              "Status 5, after everything is written, unless EXPR holds: a metric's name, one of <= "
                  + ">= < > ==, and a number, such as 'r2>=0.9', or the word converged. An undefined "
                  + "metric fails the requirement. May be given again.");
  public static final Setting<String> NO_WORSE_THAN =
      text(Group.REQUIREMENTS, "no-worse-than", "FILE[:N|:N%]")
          .notFor(Command.IMPORTANCE, Command.PATH)
          .reads()
          .says(
              "Status 5, too, where a loss or an error is higher, or a score lower, than in FILE, which "
                  + "⟦metrics⟧ wrote before; :N allows that much, and with a per cent sign behind it that "
                  + "share of the earlier value. Of test rows where FILE has them, else of validation rows. "
                  + "Default: nothing is compared.");
  public static final Setting<String> METRICS =
      text(Group.REQUIREMENTS, "metrics", "FILE")
          .writes()
          .says("Write all metrics, and which requirements are met, to FILE as JSON.");

  public static final Setting<String> FIGURES =
      list(Group.REQUIREMENTS, "figures", "NAMES|all")
          .notFor(Command.IMPORTANCE, Command.PATH)
          .says(
              "Measure these figures, too, comma-separated, such as mcc,brier; those that ⟦require⟧ or "
                  + "⟦no-worse-than⟧ names are measured anyway. all: every one there is. Default: none.");

  // What is made of oddities in the data.
  public static final Setting<Boolean> STRICT =
      flag(Group.DATA, "strict")
          .says(
              "Status 3, before training or predicting, if the data has what stderr would tell as an "
                  + "error or a warning: doubtful cells and lines and, before training, leaks, columns "
                  + "that follow from others, outliers and the like; with fit also where ⟦lr⟧ is above the "
                  + "largest stable rate. Hints are no fault; what ⟦include⟧ names is meant as it is.");

  // How a command runs.
  public static final Setting<String> MEMORY =
      text(Group.RUNNING, "memory", "SIZE")
          .notFor(Command.PLOT)
          .says(
              "Memory for the data, in bytes or as 300k, 512m, 2g; data that does not fit spills to a "
                  + "temporary file. The results are the same. Default: three quarters of what is free.");
  public static final Setting<String> TEMP =
      text(Group.RUNNING, "temp", "DIR")
          .notFor(Command.PLOT)
          .says(
              "The folder of that file, which is deleted when the process ends. Default: the system's.");
  public static final Setting<Integer> THREADS =
      whole(Group.RUNNING, "threads", "N")
          .notFor(Command.PREDICT, Command.EVALUATE, Command.PLOT, Command.REPORT)
          .says("Threads to work with; the results are the same. Default: all processors.");
  public static final Setting<String> BACKEND =
      text(Group.RUNNING, "backend", "auto|cpu|cuda")
          .notFor(Command.PLOT)
          .byDefault(AUTO)
          .says(
              "Where arrays are computed: on the processor, or on an Nvidia card; 'gdtrain doctor' says "
                  + "whether one can be used. auto: on a card that is faster. Default: GDTRAIN_BACKEND, or "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<String> LANG =
      text(Group.RUNNING, "lang", "auto|en|zh-TW")
          .byDefault(AUTO)
          .onlyFor(
              Command.EXPLAIN,
              Command.LESSON,
              Command.REPORT,
              Command.FIT,
              Command.CV,
              Command.SWEEP)
          .says(
              "The language of texts for people, or of the page: English, or Chinese as written in Taiwan; numbers, csv "
                  + "and json are the same. auto: that of the locale. Default: ${DEFAULT-VALUE}.");
  public static final Setting<Boolean> QUIET =
      flag(Group.RUNNING, "quiet")
          .shortly('q')
          .notFor(
              Command.PREDICT, Command.EVALUATE, Command.REPORT, Command.IMPORTANCE, Command.EFFECT)
          .commonly()
          .says("Say nothing on stderr but errors.");
  public static final Setting<Boolean> VERBOSE =
      flag(Group.RUNNING, "verbose")
          .shortly('v')
          .notFor(
              Command.PREDICT, Command.EVALUATE, Command.REPORT, Command.IMPORTANCE, Command.EFFECT)
          .commonly()
          .says(
              "Say more on stderr: stable learning rates, condition number, settings left at their "
                  + "defaults, distance to the minimum; the stack trace of an error.");
  public static final Setting<Boolean> TRUST =
      flag(Group.RUNNING, "trust")
          .notFor(Command.CV, Command.PATH, Command.PLOT, Command.LESSON)
          .says("Say nothing where a model file was edited since it was written; else a warning.");

  // Runs that outlast a process.
  public static final Setting<String> CHECKPOINT =
      text(Group.LONG_RUNS, "checkpoint", "FILE")
          .writes()
          .says(
              "Save all that ⟦resume⟧ needs to go on: every so many epochs, when the run ends, and "
                  + "when it is interrupted.");
  public static final Setting<Integer> CHECKPOINT_EVERY =
      whole(Group.LONG_RUNS, "checkpoint-every", "N")
          .says("With ⟦checkpoint⟧: how many epochs lie between two. Default: 100.");
  public static final Setting<String> RESUME =
      text(Group.LONG_RUNS, "resume", "FILE")
          .reads()
          .says(
              "Go on from a file of ⟦checkpoint⟧, to the same bytes as without the break. DATA and "
                  + "options are those of the run, but ⟦epochs⟧, ⟦tolerance⟧, ⟦patience⟧ and ⟦time-limit⟧ "
                  + "may differ. The file of ⟦log⟧ is gone on with; without it stdout has the header "
                  + "and the rows that follow.");
  public static final Setting<Boolean> LIVE =
      flag(Group.LONG_RUNS, "live")
          .says(
              "Draw the curves of the losses on stderr while training runs, where that is a "
                  + "terminal; if stdout is one, too, it then has no loss log.");
  public static final Setting<String> PROGRESS =
      text(Group.LONG_RUNS, "progress", "auto|always|never")
          .byDefault(AUTO)
          .says(
              "A bar on stderr for runs of more than a second: epoch, rate, time to the last epoch, "
                  + "loss. auto: where stderr is a terminal, unless the log goes to a terminal, too. "
                  + "Default: ${DEFAULT-VALUE}.");

  // Settings from a file.
  public static final Setting<String> SPEC =
      text(Group.SPEC, "spec", "FILE")
          .reads()
          .says(
              "Take options from a YAML file, - for stdin: the long names without dashes are its "
                  + "keys, such as epochs: 50 or intercept: false. An option given here beats its key.");
  public static final Setting<Boolean> PRINT_SPEC =
      flag(Group.SPEC, "print-spec")
          .says("Train nothing; print the options as YAML for ⟦spec⟧, defaults among them.");

  // Settings of a single command.
  public static final Setting<String> METRIC =
      text(Group.ALONE, "metric", "NAME")
          .byDefault("loss")
          .onlyFor(Command.IMPORTANCE)
          .says(
              "What is measured: a name that ⟦require⟧ of evaluate takes, such as r2, accuracy or auc. "
                  + "Default: ${DEFAULT-VALUE}.");
  public static final Setting<Integer> REPEATED =
      whole(Group.ALONE, "repeats", "N")
          .byDefault("10")
          .onlyFor(Command.IMPORTANCE)
          .says("How often every column is shuffled. Default: ${DEFAULT-VALUE}.");
  public static final Setting<Long> IMPORTANCE_SEED =
      integer(Group.ALONE, "seed", "N")
          .byDefault("42")
          .onlyFor(Command.IMPORTANCE)
          .says("Seed of the shuffling. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> COLUMN =
      text(Group.ALONE, "column", "COLUMN")
          .onlyFor(Command.EFFECT)
          .says(
              "The column, by name or number; it must be one that the model uses. Default: none.");
  public static final Setting<Integer> GRID_VALUES =
      whole(Group.ALONE, "grid", "N")
          .byDefault("20")
          .onlyFor(Command.EFFECT)
          .says("The most values of a column of numbers. Default: ${DEFAULT-VALUE}.");
  public static final Setting<Integer> CURVES =
      whole(Group.ALONE, "curves", "N")
          .byDefault("0")
          .onlyFor(Command.EFFECT)
          .says(
              "Add the predictions of N rows, evenly spaced among all. Default: ${DEFAULT-VALUE}.");
  public static final Setting<String> UNSEEN =
      text(Group.ALONE, "unseen", "error|base")
          .byDefault("error")
          .onlyFor(
              Command.PREDICT, Command.EVALUATE, Command.REPORT, Command.IMPORTANCE, Command.EFFECT)
          .says(
              "A category not seen in training is an error, or reads as the base level. Default: "
                  + "${DEFAULT-VALUE}.");
  public static final Setting<String> PREDICT_OUTPUT =
      text(Group.ALONE, "output", "FILE")
          .writes()
          .shortly('o')
          .onlyFor(Command.PREDICT)
          .says("Write to FILE instead of stdout.");
  public static final Setting<Boolean> PREDICT_FORCE =
      flag(Group.ALONE, "force").onlyFor(Command.PREDICT).says("Overwrite FILE if it exists.");
  public static final Setting<Boolean> APPEND =
      flag(Group.ALONE, "append")
          .onlyFor(Command.PREDICT)
          .says("Put the predictions behind the columns of DATA.");
  public static final Setting<Double> INTERVAL =
      number(Group.ALONE, "interval", "LEVEL")
          .onlyFor(Command.PREDICT)
          .says(
              "Add the columns lower and upper, between which the true number lies with this "
                  + "probability, by what fit ⟦validation⟧, ⟦calibrate⟧ or ⟦inference⟧ keeps. Default: "
                  + "none.");
  public static final Setting<Boolean> CONTRIBUTIONS =
      flag(Group.ALONE, "contributions")
          .onlyFor(Command.PREDICT)
          .says(
              "Add what each input column adds to the raw output, from the mean of the column on; of "
                  + "networks slope x input.");
  public static final Setting<Boolean> METRICS_FORCE =
      flag(Group.ALONE, "force")
          .onlyFor(Command.EVALUATE, Command.IMPORTANCE, Command.PATH)
          .says("Overwrite the file of ⟦metrics⟧ if it exists.");
  public static final Setting<String> GIVEN_THRESHOLD =
      text(Group.ALONE, "threshold", "P")
          .onlyFor(Command.PREDICT, Command.EVALUATE)
          .says(
              "Of two classes predict the positive one from this probability on. Default: that of the "
                  + "model, or 0.5.");
  public static final Setting<Boolean> CONFUSION =
      flag(Group.ALONE, "confusion")
          .onlyFor(Command.EVALUATE)
          .says(
              "Instead of the figures: how often each class, a row, was taken for each, a column.");
  public static final Setting<Boolean> BY_CLASS =
      flag(Group.ALONE, "by-class")
          .onlyFor(Command.EVALUATE)
          .says("Instead: precision, recall, f1 and rows of each class, and their averages.");
  public static final Setting<String> CURVE =
      text(Group.ALONE, "curve", "roc|pr|calibration|gain")
          .onlyFor(Command.EVALUATE)
          .says(
              "Instead: the points of this curve, of each class against all others. Default: none.");
  public static final Setting<Integer> BOOTSTRAP =
      whole(Group.ALONE, "bootstrap", "N")
          .onlyFor(Command.EVALUATE)
          .says(
              "Give every figure an interval, low to high, that holds it in 95 of 100 among N resamples "
                  + "of the rows. Default: none.");
  public static final Setting<Long> BOOTSTRAP_SEED =
      integer(Group.ALONE, "bootstrap-seed", "N")
          .onlyFor(Command.EVALUATE)
          .says("Seed of the resamples. Default: 42.");
  public static final Setting<Boolean> QUIET_MODEL =
      flag(Group.ALONE, "quiet")
          .shortly('q')
          .onlyFor(
              Command.PREDICT, Command.EVALUATE, Command.REPORT, Command.IMPORTANCE, Command.EFFECT)
          .says("Say nothing on stderr but errors.");
  public static final Setting<Boolean> CV_FORCE =
      flag(Group.ALONE, "force")
          .onlyFor(Command.CV)
          .says("Overwrite the files of ⟦metrics⟧, ⟦predictions⟧ and ⟦report⟧ if they exist.");
  public static final Setting<String> CV_REPORT =
      text(Group.ALONE, "report", "FILE")
          .writes()
          .onlyFor(Command.CV)
          .says("Write one page to FILE, .html: the folds side by side.");
  public static final Setting<String> REPORT_OUTPUT =
      text(Group.ALONE, "output", "FILE")
          .writes()
          .shortly('o')
          .onlyFor(Command.REPORT)
          .says("Where the page goes; the name ends with .html, and must be given.");
  public static final Setting<Boolean> REPORT_FORCE =
      flag(Group.ALONE, "force").onlyFor(Command.REPORT).says("Overwrite FILE if it exists.");
  public static final Setting<String> REPORT_LOG =
      text(Group.ALONE, "log", "FILE")
          .reads()
          .onlyFor(Command.REPORT)
          .says("Draw the curves of a loss log, too, such as the run wrote by ⟦log⟧.");
  public static final Setting<Boolean> SHOW_PARAMS =
      flag(Group.ALONE, "params")
          .onlyFor(Command.SHOW)
          .says("Only the parameters, as CSV: layer,output,input,value,scaled_value.");
  public static final Setting<Boolean> SHOW_INFERENCE =
      flag(Group.ALONE, "inference")
          .onlyFor(Command.SHOW)
          .says("Only what fit ⟦inference⟧ told: standard errors and tests.");
  public static final Setting<Boolean> SHOW_TRUST =
      flag(Group.ALONE, "trust")
          .onlyFor(Command.SHOW)
          .says("Say nothing where the file was edited since it was written; else a warning.");

  private Settings() {}

  /** All settings, in the order of help. */
  public static List<Setting<?>> table() {
    return Collections.unmodifiableList(TABLE);
  }

  /** Those that a command takes of a group. */
  public static List<Setting<?>> of(Command command, Group group) {
    return TABLE.stream().filter(s -> s.group() == group && s.isFor(command)).toList();
  }

  /** All that a command takes, group by group. */
  public static Stream<Setting<?>> of(Command command) {
    return command.groups().stream().flatMap(group -> of(command, group).stream());
  }

  /** Those that decide the result of a command. */
  public static Stream<Setting<?>> deciding(Command command) {
    return of(command).filter(setting -> setting.group().decides());
  }

  /** What a key means to a command. */
  public static Optional<Setting<?>> find(Command command, String key) {
    return of(command).filter(setting -> setting.key().equals(key)).findFirst();
  }

  private static <T> Setting<T> setting(Group group, String key, Setting.Type type, String values) {
    Setting<T> setting = new Setting<>(group, key, type, values);
    TABLE.add(setting);
    return setting;
  }

  private static Setting<Boolean> flag(Group group, String key) {
    return Settings.<Boolean>setting(group, key, Setting.Type.FLAG, "").byDefault("false");
  }

  private static Setting<Boolean> negatable(Group group, String key) {
    return Settings.<Boolean>setting(group, key, Setting.Type.NEGATABLE, "").byDefault("true");
  }

  private static Setting<String> text(Group group, String key, String values) {
    return setting(group, key, Setting.Type.TEXT, values);
  }

  private static Setting<String> list(Group group, String key, String values) {
    return setting(group, key, Setting.Type.LIST, values);
  }

  private static Setting<List<String>> texts(Group group, String key, String values) {
    return setting(group, key, Setting.Type.TEXTS, values);
  }

  private static Setting<Integer> whole(Group group, String key, String values) {
    return setting(group, key, Setting.Type.INT, values);
  }

  private static Setting<Long> integer(Group group, String key, String values) {
    return setting(group, key, Setting.Type.LONG, values);
  }

  private static Setting<Double> number(Group group, String key, String values) {
    return setting(group, key, Setting.Type.DOUBLE, values);
  }

  /** Each name on a line of its own. */
  private static List<String> lines(List<String> names) {
    return names.stream().map("%n"::concat).toList();
  }
}
