package gdtrain.fuzz;

import gdtrain.choice.UserError;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A requirement is read from the bytes, and asked. */
public final class RequirementFuzz {
  private RequirementFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Requirement requirement = Requirement.parse(new String(bytes, StandardCharsets.UTF_8));
      MetricNames.ofTraining(2, true, true).check(requirement);
      requirement.metBy(Map.of("loss", 0.5, "auc", Double.NaN));
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }
}
