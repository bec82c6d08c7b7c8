package gdtrain.cli;

import gdtrain.metric.Score;
import java.util.Optional;

/**
 * How good the kept parameters of a training run are.
 *
 * @param training on the rows learned from
 * @param validation on the rows watched, if there are any
 * @param test on the rows that only this measures, if there are any
 */
record Scores(Score training, Optional<Score> validation, Optional<Score> test) {}
