package gdtrain.loss;

import gdtrain.choice.Choice;
import java.util.Map;
import java.util.Optional;

/**
 * Label smoothing: {@code target (1 - share) + share / classes} in the place of every target
 * (Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016, section 7).
 *
 * @param share at least 0, below 1; 0 leaves the targets as they are
 */
record Smoothing(double share) {
  /** The name of a loss that is smoothed; a share of 0 is not worth a word. */
  String name(String loss) {
    return Choice.text(loss, share == 0 ? Map.of() : Map.of("smoothing", share));
  }

  /** The formula of a loss that is smoothed. */
  Formula formula(Formula plain) {
    String smooth = " with t smoothed by " + share;
    return share == 0 ? plain : new Formula(plain.value() + smooth, plain.slope() + smooth);
  }

  /** Whose likelihood a loss is that would be another's without smoothing. */
  Optional<Likelihood> likelihood(Likelihood plain) {
    return share == 0 ? Optional.of(plain) : Optional.empty();
  }

  /** All targets, smoothed if need be: then they are in the room. */
  double[] of(double[] targets, int classes, double[] room) {
    if (share == 0) {
      return targets;
    }
    for (int i = 0; i < targets.length; i++) {
      room[i] = of(targets[i], classes);
    }
    return room;
  }

  /** One smoothed target. */
  double of(double target, int classes) {
    return target * (1 - share) + share / classes;
  }
}
