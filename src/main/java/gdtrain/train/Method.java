package gdtrain.train;

import gdtrain.choice.InvalidSetting;
import gdtrain.optimizer.SearchRule;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedule;
import java.util.OptionalDouble;

/** How a run goes down: what an epoch is made of. */
public sealed interface Method {
  /**
   * An epoch is one step over all rows, whose length is searched for.
   *
   * @param rule finds the step
   */
  record Searching(SearchRule rule) implements Method {}

  /**
   * An epoch is one step for every batch of rows.
   *
   * @param rule makes a step of a gradient
   * @param learningRate that the schedule starts from, above 0
   * @param schedule of the learning rate
   * @param clipNorm a longer gradient is shortened to this norm, if present
   */
  record Updating(UpdateRule rule, double learningRate, Schedule schedule, OptionalDouble clipNorm)
      implements Method {
    /** Checks the numbers. */
    public Updating {
      if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
        throw new InvalidSetting("⟦lr⟧ must be a number above 0, or auto, not " + learningRate);
      }
      if (clipNorm.isPresent() && !(clipNorm.getAsDouble() > 0)) {
        throw new InvalidSetting(
            "⟦clip-norm⟧ must be a number above 0, not " + clipNorm.getAsDouble());
      }
    }

    /** Whether all steps have the same rate and the whole gradient. */
    public boolean steady() {
      return schedule.constant() && clipNorm.isEmpty();
    }
  }
}
