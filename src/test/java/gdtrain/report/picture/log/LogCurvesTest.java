package gdtrain.report.picture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.choice.UserError;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.log.LogCurves.Columns;
import gdtrain.table.Selection;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogCurvesTest {
  private static final Columns USUAL = new Columns(Selection.none(), Optional.empty());

  private static InputStream in(String text) {
    return new ByteArrayInputStream(
        text.replace('/', '\n').replace('~', '\t').getBytes(StandardCharsets.UTF_8));
  }

  private static LogCurves read(Columns columns, String... logs) {
    LogCurves curves = new LogCurves(columns, logs.length > 1);
    for (int i = 0; i < logs.length; i++) {
      curves.read("log" + i, "log" + i, in(logs[i]));
    }
    return curves;
  }

  /** Such as {@code epoch: loss(0 3)(1 2.5)(2 -)}: a gap is a bar, what is no number a cross. */
  private static String shown(LogCurves curves) {
    Chart chart = curves.chart("", LogAxes.AUTO);
    List<String> texts = new ArrayList<>();
    for (Series one : chart.series()) {
      StringBuilder text = new StringBuilder(one.name());
      for (int i = 0; i < one.size(); i++) {
        double y = one.y(i);
        String value = Double.isNaN(y) ? "-" : Double.isInfinite(y) ? "x" : number(y);
        text.append('(').append(number(one.x(i))).append(' ').append(value).append(')');
      }
      texts.add(text.toString());
    }
    return chart.xName() + ": " + String.join("; ", texts);
  }

  private static String number(double value) {
    return Double.toString(value).replaceFirst("[.]0$", "");
  }

  /** In the logs / ends a line and ~ is a tab. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        // the formats of fit
        "epoch,loss,grad_norm,lr/0,3,1,/1,2.5,1,0.1 % epoch: loss(0 3)(1 2.5)",
        "epoch,loss,val_loss,grad_norm,lr/0,3,4,1,/1,2,5,1,0.1/ % epoch: loss(0 3)(1 2); val_loss(0 4)(1 5)",
        "epoch~loss~grad_norm~lr/0~3~1~NaN/1~2~1~0.1 % epoch: loss(0 3)(1 2)",
        "# epoch loss grad_norm lr/0 3 1 NaN/1 2 1 0.1 % epoch: loss(0 3)(1 2)",
        "{'event':'epoch','epoch':0,'loss':3,'lr':null}/{'event':'epoch','epoch':1,'loss':2,'lr':1}/{'event':'params','parameters':[{'layer':1}]}/{'event':'summary','loss':9,'epochs':1} % epoch: loss(0 3)(1 2)",
        // of sweep and cv
        "run,set_lr,epoch,loss,lr/1,0.1,0,3,/1,0.1,1,2,0.1/2,0.5,0,3,/2,0.5,1,1,0.5 % epoch: lr=0.1(0 3)(1 2); lr=0.5(0 3)(1 1)",
        "run,epoch,loss/1,0,3/2,0,4 % epoch: run 1(0 3); run 2(0 4)",
        "run,set_l1,set_lr,epoch,loss,val_loss/1,0,0.1,0,3,4 % epoch: l1=0 lr=0.1 loss(0 3); l1=0 lr=0.1 val_loss(0 4)",
        "fold,metric,value/1,rows,7/1,loss,0.5/2,rows,7/2,loss,0.25/mean,loss,0.3/sd,loss,0.1 % fold: loss(1 0.5)(2 0.25)",
        // of path
        "penalty,output,input,value,scaled_value/1,y,a,3,6/1,y,(intercept),9,9/1,,cv_loss,5,/2,y,a,0,0 % penalty: y a(1 6)(2 0)",
        // of others
        "epoch,accuracy,loss,val_accuracy,val_loss/0,0.5,3,0.4,4 % epoch: loss(0 3); val_loss(0 4)",
        "iteration,training l2,valid_1 l2/1,3,4/2,2,3 % iteration: training l2(1 3)(2 2); valid_1 l2(1 4)(2 3)",
        "step   since_last   average/  1   3   3/  2   1   2 % step: since_last(1 3)(2 1); average(1 3)(2 2)",
        "~epoch~loss/0~1~3/1~2~2 % epoch: loss(1 3)(2 2)", // numbered rows
        "Epoch;Loss/1;3/2;2 % Epoch: Loss(1 3)(2 2)",
        "epoch,step,train_loss,val_loss/0,10,3,/0,20,2,/0,20,,4 % step: train_loss(10 3)(20 2)(20 -); val_loss(10 -)(20 -)(20 4)",
        "{'loss':3,'epoch':0.5,'step':10}/{'eval_loss':4,'epoch':1,'step':20}/{'loss':2,'epoch':1.5,'step':30} % step: loss(10 3)(30 2); eval_loss(20 4)",
        // without a header, a counter, a name
        "0,3/1,2 % c1: c2(0 3)(1 2)",
        "3/2/1 % row: c1(1 3)(2 2)(3 1)",
        "loss/3/2 % row: loss(1 3)(2 2)",
        "mse,name/3,a/2,b % row: mse(1 3)(2 2)",
        // what is no number, or nothing
        "epoch,loss/0,3/1,/2,nan/3,-inf/4,1e999/5,NA/6,1 % epoch: loss(0 3)(1 -)(2 x)(3 x)(4 x)(5 -)(6 1)",
        "epoch,loss/0,NaN/1,3 % epoch: loss(0 -)(1 3)",
        // appended runs, equal epochs, comments, blank lines, a byte order mark
        "epoch,loss/0,3/1,2/0,3/1,1 % epoch: loss(0 3)(1 2); 'loss, run 2'(0 3)(1 1)",
        "epoch,loss/0,3/1,2/epoch,loss/2,1 % epoch: loss(0 3)(1 2); 'loss, run 2'(2 1)",
        "epoch,loss/0,3/epoch,loss,val_loss/0,2,4 % epoch: loss(0 3); 'loss, run 2'(0 2); 'val_loss, run 2'(0 4)",
        "# epoch loss/0 3/# epoch loss/0 2 % epoch: loss(0 3); 'loss, run 2'(0 2)",
        "epoch,loss/0,3/1,2/1,1/1,5 % epoch: loss(0 3)(1 2)(1 1)(1 5)",
        "# made by x/epoch,loss//0,3/# note/1,2/ % epoch: loss(0 3)(1 2)",
        "\ufeffepoch,loss/0,3 % epoch: loss(0 3)",
        // lines cut short: the last, and one in between
        "epoch,loss,lr/0,3,1/1,2 % epoch: loss(0 3)",
        "epoch,lr,loss/0,1,3/1,2/2,1,1 % epoch: loss(0 3)(1 -)(2 1)",
        "epoch,loss/0,3/,9/1,2 % epoch: loss(0 3)(1 2)",
      })
  void readsALog(String log, String expected) {
    assertEquals(expected.replace("'", ""), shown(read(USUAL, log.replace('\'', '"'))));
  }

  @Test
  void drawsTheColumnsThatAreAskedFor() {
    String log = "epoch,step,loss,lr/0,5,3,0.1/1,9,2,0.2";
    Columns lr = new Columns(Selection.parse("lr,3"), Optional.of("epoch"));

    assertEquals("epoch: lr(0 0.1)(1 0.2); loss(0 3)(1 2)", shown(read(lr, log)));
    Columns cv = new Columns(Selection.parse("r2,mae"), Optional.empty());
    assertEquals(
        "fold: mae(1 5); r2(1 0.5)", shown(read(cv, "fold,metric,value/1,mae,5/1,r2,0.5/2,x,1")));
    String path =
        "penalty,output,input,value,scaled_value/1,y,a,3,6/1,,cv_loss,5,/2,y,a,0,0/2,,cv_loss,7,";
    Columns figures = new Columns(Selection.parse("a,cv_loss"), Optional.empty());
    assertEquals("penalty: y a(1 3)(2 0); cv_loss(1 5)(2 7)", shown(read(figures, path)));
    Columns late = new Columns(Selection.parse("eval"), Optional.empty());
    String json = "{\"step\":1,\"loss\":3}/{\"step\":1,\"eval\":4}";
    assertEquals("step: eval(1 4)", shown(read(late, json)));
  }

  @Test
  void severalLogsAreToldApart() {
    assertEquals(
        "epoch: log0(0 3); log1(0 2)", shown(read(USUAL, "epoch,loss/0,3", "epoch,loss/0,2")));
    assertEquals(
        "epoch, step: log0(0 3); log1 loss(1 2); log1 val_loss(1 3)",
        shown(read(USUAL, "epoch,loss/0,3", "step,loss,val_loss/1,2,3")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'' % log0 is empty; give a loss log, such as fit prints",
        "'//# a/' % log0 is empty; give a loss log, such as fit prints",
        "epoch,loss/ % log0 has a header but no rows; nothing can be drawn",
        "epoch,loss/0,3/1,abc/ % 'log0, line 3, column loss: ''abc'' is no number; mend it, or choose others by ⟦columns⟧ and ⟦x⟧'",
        "# x y/epoch,loss//0,3/1,1d % 'log0, line 5, column loss: ''1d'' is no number; mend it, or choose others by ⟦columns⟧ and ⟦x⟧'",
        "epoch,loss/0,3/one,2/ % 'log0, line 3, column epoch: ''one'' is no number; mend it, or choose others by ⟦columns⟧ and ⟦x⟧'",
        "epoch,loss/0,3/inf,2/ % 'log0, line 3, column epoch: ''inf'' is no number; mend it, or choose others by ⟦columns⟧ and ⟦x⟧'",
        "epoch,loss/0,3/1,2,5/ % 'log0, line 3 has 3 cells, where the header has 2; mend or delete the line'",
        "epoch,loss/0,/1,nan % log0 has no finite number in loss; choose others by ⟦columns⟧",
        "epoch,name/0,a/1,b % log0 has no column of numbers to draw; its columns are epoch, name",
        "{\"epoch\":0,\"loss\":3}/{\"epoch\":1,\"lo % 'log0, line 2 is no JSON object, as the first line is; mend or delete it'",
        "epoch,loss/0,\"3\"x/1,2 % 'log0, line 2: a quoted cell is not closed, or has text behind it; mend the line'",
        "epoch,loss/0,3/1,\"2 % 'log0, line 3: a quoted cell is not closed, or has text behind it; mend the line'",
        "{\"epoch\":0,\"loss\":3}/[1] % 'log0, line 2 is no JSON object, as the first line is; mend or delete it'",
      })
  void refusesWhatIsNoLog(String log, String sentence) {
    UserError fault = assertThrows(UserError.class, () -> read(USUAL, log));

    assertEquals(sentence, fault.sentence());
  }

  @Test
  void namesTheColumnsWhereAnotherIsAskedFor() {
    Columns typo = new Columns(Selection.parse("los"), Optional.empty());
    for (String log : List.of("epoch,loss/0,3", "{\"epoch\":0,\"loss\":3}")) {
      UserError fault = assertThrows(UserError.class, () -> read(typo, log));
      assertTrue(
          fault.sentence().startsWith("⟦columns⟧: there is no column 'los' (did you mean 'loss'?)"),
          fault.sentence());
    }
    Columns noX = new Columns(Selection.none(), Optional.of("time"));
    UserError fault = assertThrows(UserError.class, () -> read(noX, "epoch,loss/0,3"));
    assertTrue(fault.sentence().startsWith("⟦x⟧: there is no column 'time'"), fault.sentence());
  }

  @Test
  void unsortedRowsAreRefusedBeforeTheyFillTheMemory() {
    StringBuilder log = new StringBuilder("epoch,loss\n");
    IntStream.range(0, 1000).forEach(i -> log.append(i % 2).append(",1\n"));
    UserError fault = assertThrows(UserError.class, () -> read(USUAL, log.toString()));

    assertTrue(fault.sentence().startsWith("there are more than 200 curves: "), fault.sentence());
    assertTrue(fault.sentence().endsWith("not in the order of epoch, sort them"));
  }

  @Test
  void saysThatALineIsCutShort() {
    assertEquals(
        List.of("log0: line 3, the last, is cut short and left out"),
        read(USUAL, "epoch,loss,lr/0,3,1/1,2").notes());
  }

  @Test
  void itsVersionIsZeroUntilThereIsSomethingToDraw() {
    LogCurves curves = new LogCurves(USUAL, false);
    assertEquals(0, curves.version());
    curves.read("log", "log", in("epoch,loss/0,3/1,2"));
    assertEquals(2, curves.version());
  }
}
