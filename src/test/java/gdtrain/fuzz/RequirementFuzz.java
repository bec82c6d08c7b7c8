package gdtrain.fuzz;

import gdtrain.choice.UserError;
import gdtrain.metric.MetricNames;
import gdtrain.metric.NoWorse;
import gdtrain.metric.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A requirement is read from the bytes, and asked. */
public final class RequirementFuzz {
  private RequirementFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Requirement requirement = Requirement.parse(new String(bytes, StandardCharsets.UTF_8));
      MetricNames.ofTraining(2, true, List.of(NoWorse.Section.VALIDATION)).check(requirement);
      requirement.metBy(Map.of("loss", 0.5, "auc", Double.NaN));
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }
}
