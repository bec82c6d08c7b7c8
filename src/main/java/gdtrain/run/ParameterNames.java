package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Nearest;
import gdtrain.dataset.encoding.Schema;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.run.setting.Setting;
import gdtrain.table.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of a network's parameters, as short as they can be told apart: {@code input}, {@code
 * output/input} or {@code layer/output/input}.
 */
public final class ParameterNames {
  /** How many of those that a name could mean are listed. */
  private static final int MOST_LISTED = 5;

  /** The spellings of every parameter, shortest first, in the order of the table. */
  private final List<List<String>> spellings = new ArrayList<>();

  /** Their places in the flat vector. */
  private final List<Integer> places = new ArrayList<>();

  /** The names of the parameters of a network. */
  public ParameterNames(Schema schema, Network network) {
    List<Double> zeros = Collections.nCopies(network.parameters(), 0.0);
    for (Parameter p : Parameter.of(schema, network, zeros)) {
      String output = p.output() + "/" + p.input();
      spellings.add(List.of(p.input(), output, p.layer() + "/" + output));
    }
    for (int layer = 0; layer < network.layers(); layer++) {
      for (int output = 0; output < network.out(layer); output++) {
        for (int input = 0; input < network.in(layer); input++) {
          places.add(network.index(layer, input, output));
        }
      }
    }
  }

  /**
   * The place in the flat vector of the parameter that a name means.
   *
   * @throws IllegalArgumentException if it means none, or several
   */
  public int place(String name, Setting<?> setting) {
    List<Integer> meant = meant(name);
    if (meant.isEmpty()) {
      throw new InvalidSetting(
          "%s: there is no parameter '%s' (%s)".formatted(setting, name, suggestion(name)));
    }
    if (meant.size() > 1) {
      String all = meant.size() > MOST_LISTED ? ", ..." : "";
      throw new InvalidSetting(
          "%s: '%s' may be any of %d parameters: %s%s"
              .formatted(
                  setting,
                  name,
                  meant.size(),
                  meant.stream()
                      .limit(MOST_LISTED)
                      .map(this::shortest)
                      .map(Selection::item)
                      .collect(Collectors.joining(", ")),
                  all));
    }
    return places.get(meant.get(0));
  }

  /** The name of the parameter at a place in the flat vector. */
  public String name(int place) {
    return shortest(places.indexOf(place));
  }

  private String shortest(int index) {
    List<String> own = spellings.get(index);
    return own.stream()
        .filter(name -> meant(name).size() == 1)
        .findFirst()
        .orElse(own.get(own.size() - 1));
  }

  private List<Integer> meant(String name) {
    return IntStream.range(0, spellings.size())
        .filter(i -> spellings.get(i).contains(name))
        .boxed()
        .toList();
  }

  private String suggestion(String name) {
    List<String> all = spellings.stream().flatMap(List::stream).distinct().toList();
    return Nearest.to(name, all)
        .map(Selection::item)
        .map("did you mean '%s'?"::formatted)
        .orElseGet(
            () ->
                "one is called '%s'; fit ⟦params⟧ FILE writes all"
                    .formatted(Selection.item(shortest(0))));
  }
}
