package gdtrain.cli;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import gdtrain.network.Activation;
import gdtrain.network.Activations;
import gdtrain.network.Initializer;
import gdtrain.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The layers between inputs and output. */
final class NetworkOptions {
  private static final String USUAL_ACTIVATION = "tanh";

  @Option(
      names = "--hidden",
      paramLabel = "N,N",
      description =
          "Units of the hidden layers, first to last, such as 16,8; the network is then trained by"
              + " adam in batches of 32 unless told otherwise, and a number that is predicted is"
              + " learned with mean 0 and standard deviation 1. Default: none, a linear model.")
  String hidden;

  @Option(
      names = "--layer",
      paramLabel = "UNITS[:KEY=VALUE,...]",
      description =
          "A hidden layer with settings of its own, once for each layer, instead of --hidden:"
              + " activation, l2, dropout (the share of units each step leaves out). In a spec,"
              + " layers: a list of units, or of maps with units and these keys. Default: none.")
  List<String> layers = new ArrayList<>();

  @Option(
      names = "--activation",
      paramLabel = "NAME[:KEY=N]",
      completionCandidates = CatalogNames.Activations.class,
      description =
          "What hidden layers apply to their sums: ${COMPLETION-CANDIDATES}. Default: tanh.")
  String activation;

  @Option(
      names = "--init",
      paramLabel = "auto|zeros|uniform|glorot|he",
      defaultValue = Automatic.WORD,
      description =
          "How weights start. auto: zeros without hidden layers; with them he for layers of relu,"
              + " leaky-relu, elu, gelu and swish, else uniform, within 1 / sqrt(inputs). Default:"
              + " ${DEFAULT-VALUE}.")
  String initializer = Automatic.WORD;

  /** The network that the options ask for. */
  NetworkPlan plan() {
    if (hidden != null && !layers.isEmpty()) {
      throw new IllegalArgumentException("--hidden and --layer both say what the layers are");
    }
    List<Layer> found = hidden == null ? layers() : hiddenLayers();
    if (activation != null && found.isEmpty()) {
      throw new IllegalArgumentException("--activation has no effect without --hidden");
    }
    if (activation != null
        && hidden == null
        && layers.stream().allMatch(NetworkOptions::isActive)) {
      throw new IllegalArgumentException(
          "--activation has no effect: every --layer has an activation of its own");
    }
    return new NetworkPlan(found, Words.automatic(Initializer.class, "--init", initializer));
  }

  private Activation usual() {
    return Activations.CATALOG.choose(activation == null ? USUAL_ACTIVATION : activation);
  }

  private List<Layer> hiddenLayers() {
    List<Layer> found = new ArrayList<>();
    for (String units : hidden.split(",", -1)) {
      found.add(new Layer(units("--hidden", units), usual()));
    }
    return found;
  }

  private List<Layer> layers() {
    return layers.stream().map(this::layer).toList();
  }

  private static boolean isActive(String layer) {
    return Choice.parse("layer", layer).has("activation");
  }

  private Layer layer(String text) {
    Choice choice = Choice.parse("layer", text);
    double l2 = choice.has("l2") ? choice.number("l2", 0, Range.NOT_NEGATIVE) : Double.NaN;
    Layer layer =
        new Layer(
            units("--layer", choice.name()),
            choice.text("activation").map(Activations.CATALOG::choose).orElseGet(this::usual),
            Double.isNaN(l2) ? OptionalDouble.empty() : OptionalDouble.of(l2),
            choice.number("dropout", 0, Range.BELOW_ONE));
    choice.checkAllUsed();
    return layer;
  }

  private static int units(String option, String text) {
    if (!text.strip().matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "%s: a layer has 1 to 999999 units, not '%s'".formatted(option, text));
    }
    return Integer.parseInt(text.strip());
  }
}
