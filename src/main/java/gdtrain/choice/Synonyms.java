package gdtrain.choice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that other programs have for what gdtrain calls by another name. */
final class Synonyms {
  /** A name, a colon, and the words for it. */
  private static final List<String> TABLE =
      List.of(
          // settings
          "lr: learning-rate eta eta0 step-size rate alpha",
          "seed: random-state random-seed rng",
          "batch-size: batch minibatch mini-batch batches",
          "epochs: iterations max-iter max-iterations n-iter num-epochs n-epochs steps",
          "l2: ridge weight-decay lambda regularization regularisation penalty",
          "l1: lasso",
          "target: label labels y response outcome dependent target-column",
          "exclude: drop ignore remove skip-columns",
          "hidden: layers units hidden-layers hidden-layer-sizes neurons",
          "output: out save save-model model-out export",
          "delimiter: separator sep delim",
          "na: na-values missing-values null-values",
          "patience: early-stopping early-stop",
          "folds: k kfold k-fold n-folds n-splits splits cv",
          "scale: scaling scaler normalize normalise standardize standardise",
          "optimizer: solver optimiser algorithm",
          "validation: val valid holdout split test-size validation-split",
          "weight: weights sample-weight sample-weights",
          "quiet: silent",
          "tolerance: tol",
          "time-limit: timeout max-time",
          "threads: jobs n-jobs cores workers",
          "require: assert threshold check",
          "metrics: metric scoring",
          "compress: qr",
          "force: overwrite",
          "strict: fail-on-warning",
          // losses
          "binary-cross-entropy: logloss log-loss logistic bce binary-crossentropy nll",
          "softmax-cross-entropy: cross-entropy crossentropy ce categorical-crossentropy softmax",
          "mae: l1 lad absolute mean-absolute-error",
          "mse: l2 rmse squared squared-error least-squares ols mean-squared-error",
          "quantile: pinball",
          "hinge: svm",
          // optimizers and activations
          "gd: sgd gradient-descent",
          "lbfgs: bfgs l-bfgs newton",
          "sigmoid: logistic",
          "identity: linear none",
          "swish: silu",
          // commands
          "fit: train learn run",
          "evaluate: test score eval",
          "cv: crossval cross-val cross-validate cross-validation validate",
          "sweep: grid grid-search gridsearch tune search",
          "predict: apply infer",
          "show: print info describe inspect",
          "check: gradcheck verify",
          "terrain: landscape surface",
          // metrics
          "accuracy: acc",
          "r2: r-squared rsquared",
          "auc: roc-auc auroc");

  private static final Map<String, List<String>> NAMES = new HashMap<>();

  static {
    for (String line : TABLE) {
      int colon = line.indexOf(':');
      for (String word : line.substring(colon + 2).split(" ")) {
        NAMES.merge(word, List.of(line.substring(0, colon)), Synonyms::both);
      }
    }
  }

  private Synonyms() {}

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** The name among some that means the same as a word. */
  static Optional<String> of(String word, Collection<String> names) {
    String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return NAMES.getOrDefault(plain, List.of()).stream().filter(names::contains).findFirst();
  }
}
