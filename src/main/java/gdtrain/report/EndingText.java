package gdtrain.report;

import static gdtrain.report.NumberText.rough;
import static gdtrain.report.NumberText.text;

import gdtrain.train.Epoch;
import gdtrain.train.Fit;

/** Why a run stopped, in words. */
public final class EndingText {
  private EndingText() {}

  /** That a run converged, and how far above the minimum it is at most, where that is known. */
  public static String brief(Fit fit) {
    return "converged " + after(fit) + gap(fit);
  }

  private static String after(Fit fit) {
    int epochs = fit.last().number();
    return "after %,d epoch%s".formatted(epochs, epochs == 1 ? "" : "s");
  }

  /** One sentence, without a full stop. */
  public static String of(Fit fit) {
    String after = after(fit);
    return switch (fit.ending()) {
      case CONVERGED -> "converged %s%s".formatted(after, distance(fit));
      case ZERO_LOSS ->
          "stopped %s: the loss is 0 as far as double precision can tell".formatted(after);
      case EXHAUSTED ->
          "stopped %s: no step lowers the loss any more in double precision".formatted(after);
      case EPOCHS -> "not converged: stopped %s, the limit (⟦epochs⟧)%s".formatted(after, gap(fit));
      case TIME -> "not converged: stopped %s by ⟦time-limit⟧%s".formatted(after, gap(fit));
      case PATIENCE ->
          "stopped %s by ⟦patience⟧: the validation loss was lowest at epoch %,d"
              .formatted(after, fit.kept().number());
      case INTERRUPTED -> "interrupted %s%s".formatted(after, gap(fit));
      case DIVERGED -> diverged(fit);
    };
  }

  /** Where a run converged; elsewhere the estimate may be far too small. */
  private static String distance(Fit fit) {
    return Double.isFinite(fit.distance())
        ? ": estimated distance to the minimum %s of the weights' norm"
            .formatted(text(fit.distance()))
        : gap(fit);
  }

  private static String gap(Fit fit) {
    String what = fit.kept().objective() == fit.kept().loss() ? "loss" : "objective";
    return fit.gap().stream()
        .mapToObj(
            g -> "; the %s is at most %s %% above its minimum".formatted(what, rough(100 * g)))
        .findFirst()
        .orElse("");
  }

  private static String diverged(Fit fit) {
    Epoch last = fit.last();
    boolean finite = Double.isFinite(last.objective()) && Double.isFinite(last.gradientNorm());
    boolean began = finite || last.number() > 0;
    return "diverged at epoch %,d".formatted(last.number())
        + (Double.isFinite(last.loss()) ? ", whose loss is " + text(last.loss()) : "")
        + (finite || !began ? "" : "; the last finite epoch is %,d".formatted(last.number() - 1))
        + (began ? "; the best was epoch %,d".formatted(fit.kept().number()) : "")
        + (Double.isFinite(fit.kept().loss()) ? " with loss " + text(fit.kept().loss()) : "");
  }
}
