package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.model.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterTableTest {
  private static final List<Parameter> LAYERS =
      List.of(
          new Parameter(1, "h1_1", "x", 0.5, 3),
          new Parameter(1, "h1_1", "(intercept)", 1, -4),
          new Parameter(2, "y", "h1_1", 20, 2));

  private static List<String> packed(List<String> lines) {
    return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  @Test
  void tellsSizeNormAndLargestOfEveryLayer() {
    assertEquals(
        List.of(
            "  layer 1: 2 parameters, norm 5; largest -4, '(intercept)' for 'h1_1' (scaled values)",
            "  layer 2: 1 parameters, norm 2; largest 2, 'h1_1' for 'y' (scaled values)"),
        new ParameterTable(LAYERS).summary());
  }

  @Test
  void headsLayersWhereThereAreSeveral() {
    assertEquals(
        List.of(
            "layer 1:",
            "input value scaled value",
            "x 0.5 3",
            "(intercept) 1 -4",
            "layer 2:",
            "input value scaled value",
            "h1_1 20 2"),
        packed(new ParameterTable(LAYERS).lines()));
    List<String> one = new ParameterTable(LAYERS.subList(0, 2)).lines();
    assertTrue(one.stream().noneMatch(line -> line.startsWith("layer")), "" + one);
  }

  @Test
  void putsManyOutputsBelowEachOther() {
    List<Parameter> ten =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new Parameter(1, "c" + i, "x", i, i))
            .collect(Collectors.toList());
    assertEquals(
        List.of("input c1 c2 c3 c4 c5 c6 c7 c8", "x 1 2 3 4 5 6 7 8", "input c9 c10", "x 9 10"),
        packed(new ParameterTable(ten).lines()));
  }

  @Test
  void theTableForProgramsNamesTheLayer() {
    assertEquals(
        """
        layer,output,input,value,scaled_value
        1,h1_1,x,0.5,3.0
        1,h1_1,(intercept),1.0,-4.0
        2,y,h1_1,20.0,2.0
        """,
        new ParameterTable(LAYERS).csv());
  }
}
