package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Hidden layers as JSON: {@code units}, {@code activation} and, where set, how they trained. */
final class LayersJson {
  private LayersJson() {}

  static void write(List<Layer> layers, ArrayNode json) {
    for (Layer layer : layers) {
      ObjectNode entry = json.addObject();
      entry.put("units", layer.units()).put("activation", layer.activation().name());
      layer.l2().ifPresent(l2 -> entry.put("l2", l2));
      if (layer.dropout() > 0) {
        entry.put("dropout", layer.dropout());
      }
    }
  }

  static List<Layer> read(JsonNode json) {
    List<Layer> layers = new ArrayList<>();
    for (JsonNode layer : json) {
      layers.add(
          new Layer(
              units(layer),
              Activations.CATALOG.choose(SchemaJson.text(layer, "activation")),
              layer.has("l2")
                  ? OptionalDouble.of(SchemaJson.number(layer, "l2"))
                  : OptionalDouble.empty(),
              layer.has("dropout") ? SchemaJson.number(layer, "dropout") : 0));
    }
    return layers;
  }

  private static int units(JsonNode layer) {
    double units = SchemaJson.number(layer, "units");
    if (units != (int) units) {
      throw new IllegalArgumentException("'units' is %s, not a whole number".formatted(units));
    }
    return (int) units;
  }
}
