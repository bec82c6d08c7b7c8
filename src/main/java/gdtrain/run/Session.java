package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Workers;
import gdtrain.compute.backend.BackendRequest;
import gdtrain.compute.backend.BackendSelection;
import gdtrain.compute.backend.BackendSelection.Selected;
import gdtrain.compute.backend.BackendUnavailable;
import gdtrain.compute.backend.CardTrial;
import gdtrain.compute.backend.CudaProbe;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.lint.Findings;
import gdtrain.lint.Lint;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.RunInput;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.run.setting.StartModel;
import gdtrain.table.BadTable;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import gdtrain.table.read.TablePieces;
import gdtrain.table.store.Storage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command works with: where its data lies, its threads, the array library, the tables it has
 * read, and who reads its notes. Nothing here changes a result.
 */
public final class Session implements AutoCloseable {
  private static final Pattern SIZE = Pattern.compile("([0-9]+)([kmgtKMGT]?)");

  /** More than any machine has processors; each takes memory of its own. */
  private static final int MOST_THREADS = 1024;

  private final SettingValues values;
  private final InputStream in;
  private final OpeningNotes notes;
  private final Storage storage;
  private final int threads;
  private final List<Table> tables = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Optional<Workers> workers = Optional.empty();

  /**
   * A session; nothing is read or started yet.
   *
   * @param values say how much memory and how many threads it has
   * @param in standard input, for tables called {@code -}
   * @param notes receives what was assumed and what came of it
   * @throws InvalidSetting if a value is wrong
   */
  public Session(SettingValues values, InputStream in, Consumer<String> notes) {
    this.values = values;
    this.in = in;
    this.notes = new OpeningNotes(notes);
    this.threads = threads(values);
    if (values.get(Settings.QUIET) && verbose()) {
      throw new InvalidSetting("⟦verbose⟧ has no effect with ⟦quiet⟧; leave one of them out");
    }
    this.storage = storage(values);
  }

  private static int threads(SettingValues values) {
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = values.find(Settings.THREADS).orElse(processors);
    if (threads < 1 || threads > MOST_THREADS) {
      throw new InvalidSetting(
          "⟦threads⟧ must be from 1 to %,d, not %d".formatted(MOST_THREADS, threads));
    }
    return threads;
  }

  private static Storage storage(SettingValues values) {
    Path folder =
        values.find(Settings.TEMP).map(Session::folder).orElseGet(Storage::temporaryFolder);
    long bytes =
        values
            .find(Settings.MEMORY)
            .map(Session::bytes)
            .orElseGet(() -> FreeMemory.bytes() / 4 * 3);
    return new Storage(bytes, folder);
  }

  private static long bytes(String memory) {
    Matcher size = SIZE.matcher(memory);
    if (!size.matches()) {
      throw new InvalidSetting(
          "⟦memory⟧ takes a number of bytes, or one with k, m or g, such as 512m, not '%s'"
              .formatted(memory));
    }
    int power =
        size.group(2).isEmpty() ? 0 : 1 + "kmgt".indexOf(size.group(2).toLowerCase(Locale.ROOT));
    double bytes = Double.parseDouble(size.group(1)) * Math.pow(1024, power);
    if (bytes < 1 || bytes >= Long.MAX_VALUE) {
      throw new InvalidSetting(
          "⟦memory⟧ must be %s, not %s"
              .formatted(bytes < 1 ? "more than 0" : "less than 8,388,608t", memory));
    }
    return (long) bytes;
  }

  private static Path folder(String temp) {
    try {
      Path folder = Path.of(temp);
      if (temp.isEmpty() || !Files.isDirectory(folder)) {
        throw new InvalidSetting("⟦temp⟧: there is no folder '%s'".formatted(temp));
      }
      if (!Files.isWritable(folder)) {
        throw new InvalidSetting(
            "⟦temp⟧ %s cannot be written to; check the permissions".formatted(temp));
      }
      return folder;
    } catch (InvalidPathException e) {
      throw new InvalidSetting("⟦temp⟧: '%s' cannot be a folder".formatted(temp), e);
    }
  }

  /** Receives what was assumed and what came of it; a strict session ends by a warning. */
  public Notes notes() {
    return new Notes() {
      @Override
      public void accept(String sentence) {
        notes.accept(sentence);
      }

      @Override
      public void warn(String sentence) {
        notes.accept("warning: " + sentence);
        warnings.add(sentence);
      }
    };
  }

  /** Receives what only those want to know who ask for it. */
  public Consumer<String> details() {
    return verbose() ? notes : line -> {};
  }

  /** Whether everything is said. */
  public boolean verbose() {
    return values.get(Settings.VERBOSE);
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  /** The threads, started when they are first asked for. */
  public Workers workers() {
    if (workers.isEmpty()) {
      workers = Optional.of(new Workers(threads));
    }
    return workers.get();
  }

  /** The tables that were read, in order. */
  public List<Table> tables() {
    return Collections.unmodifiableList(tables);
  }

  /** Where a table comes from. */
  public Source source(List<String> names) {
    return Source.of(names, in, storage);
  }

  /** Reads the table that is learned from, and says what it is. */
  public Table read(RunInput input, List<String> data) {
    return read(data, source -> input.read(source, input.factoring(), threads));
  }

  /** Reads the table that is learned from in a way of its own, and says what it is. */
  public Table read(List<String> data, Function<Source, Table> reader) {
    Table table = load(source(data), reader);
    tables.add(table);
    notes.begin(table.notes());
    table.warnings().forEach(sentence -> notes.add("warning: " + sentence));
    table.warnings().forEach(sentence -> warnings.add(table.name() + ": " + sentence));
    return table;
  }

  /**
   * Reads a table that a saved model is applied to, and says what is likely a mistake in it.
   *
   * @throws BadTable if the session is strict and there is such a mistake
   */
  public Table readApplied(Source source, AppliedModel model, ReadingSettings reading) {
    doubt(model.doubt());
    Table table = load(source, s -> model.read(s, reading, Optional.empty(), threads));
    table.warnings().forEach(sentence -> warn(table, sentence));
    AppliedModel.ReadingNotes told = model.new ReadingNotes(notes());
    told.add(table, true);
    told.end();
    refuse(warnings);
    return table;
  }

  /**
   * Reads rows that a saved model is measured on: those that have a target, which its loss takes.
   *
   * @throws BadTable as {@link #readApplied}, or if a target is none for the loss
   */
  public Table readMeasured(Source source, AppliedModel model, ReadingSettings reading) {
    Table table = readApplied(source, model, reading);
    Table usable = model.schema().withTarget(table, notes());
    model.schema().target().check(usable, model.model().loss().targets().range());
    return usable;
  }

  /**
   * Reads rows that a saved model is applied to, piece by piece, and says what is likely a mistake
   * in them: before the rows that show it, or after the last ones where only all of them do.
   *
   * @param each receives every piece, and what it is a piece of; each must be done with when it
   *     returns
   * @throws BadTable if the session is strict and there is such a mistake
   */
  public void readApplied(
      Source source,
      AppliedModel model,
      ReadingSettings reading,
      BiConsumer<Table, TablePieces> each) {
    doubt(model.doubt());
    AppliedModel.ReadingNotes told = model.new ReadingNotes(notes());
    try (TablePieces pieces = model.pieces(source, reading, threads)) {
      Optional<Table> piece = whileStarting(pieces::next, Function.identity());
      boolean ended = false;
      for (; piece.isPresent(); piece = pieces.next()) {
        ended = pieces.ended();
        model.checkColumns(piece.get());
        piece.get().warnings().forEach(sentence -> warn(source.name(), sentence));
        if (ended) {
          pieces.endWarnings().forEach(sentence -> warn(source.name(), sentence));
        }
        told.add(piece.get(), ended);
        if (ended) {
          told.end();
        }
        refuse(warnings);
        each.accept(piece.get(), pieces);
      }
      if (!ended) { // there were no rows in the last piece
        pieces.endWarnings().forEach(sentence -> warn(source.name(), sentence));
        told.end();
        refuse(warnings);
      }
    }
  }

  /**
   * Says what speaks against a model file, unless it is trusted.
   *
   * @throws BadTable if the session is strict
   */
  public void doubt(Optional<String> sentence) {
    if (!values.get(Settings.TRUST)) {
      sentence.ifPresent(notes()::warn);
      refuse(sentence.stream().toList());
    }
  }

  /** Says what is likely a mistake in a table; a strict session ends by it. */
  public void warn(Table table, String sentence) {
    warn(table.name(), sentence);
  }

  private void warn(String table, String sentence) {
    boolean learned = tables.isEmpty() || table.equals(tables.get(0).name());
    notes.accept("warning: " + (learned ? "" : table + ": ") + sentence);
    warnings.add(table + ": " + sentence);
  }

  /**
   * Reads a table while the array library starts.
   *
   * @throws BackendUnavailable if the backend that is asked for cannot be used
   */
  public Table load(Source source, Function<Source, Table> reader) {
    return whileStarting(() -> reader.apply(source), Optional::of);
  }

  /**
   * Reads something while the array library starts.
   *
   * @param table the table in it, whose size decides where nothing else does
   */
  private <T> T whileStarting(Supplier<T> reading, Function<T, Optional<Table>> table) {
    BackendSelection selection =
        new BackendSelection(request(), CudaProbe.ofThisProcess(), CardTrial.timed(threads));
    Optional<Selected> early = selection.beforeReading();
    early.ifPresent(selection::startAhead);
    T read = reading.get();
    Selected selected = early.orElseGet(() -> forTable(selection, table.apply(read)));
    selection.start(selected);
    details().accept(selected.note());
    return read;
  }

  private static Selected forTable(BackendSelection selection, Optional<Table> table) {
    return selection.forTable(
        table.map(Table::rows).orElse(0), table.map(t -> t.columns().size()).orElse(1));
  }

  private BackendRequest request() {
    return BackendRequest.of(
        values.texts(Settings.BACKEND).stream().findFirst(),
        Optional.ofNullable(System.getenv(BackendRequest.VARIABLE)));
  }

  /** The rows to learn from, and those to watch or measure, of whose files tables are read. */
  public Prepared prepare(RunInput input, Table table) {
    return input.prepare(table, other -> readOther(input, table, other), notes());
  }

  /** Reads a table besides the one that is learned from. */
  public Table readOther(RunInput input, Table like, String name) {
    Table table = input.readLike(like, source(List.of(name)), threads);
    tables.add(table);
    table.warnings().forEach(sentence -> warn(table, sentence));
    return table;
  }

  /** The run on prepared rows, with the tables that were read. */
  public TrainingRun run(RunInput input, Prepared rows) {
    if (values.get(Settings.TRUST) && input.settings().start().isEmpty()) {
      throw new InvalidSetting("⟦trust⟧ has no effect without a model");
    }
    return begin(input, rows);
  }

  /** The run on prepared rows of a command that always has a model. */
  TrainingRun begin(RunInput input, Prepared rows) {
    doubt(input.settings().start().flatMap(StartModel::doubt));
    TrainingRun run = new TrainingRun(rows, input.settings(), workers());
    tables.forEach(run::check);
    warn(run.units());
    return run;
  }

  /** Says where losses cannot be told; a strict session ends by it. */
  public void warn(TargetUnits units) {
    units.warning().ifPresent(notes()::warn);
    refuse(units.warning().stream().toList());
  }

  /**
   * Says what is odd about rows to be learned from, unless nobody would read it.
   *
   * @throws BadTable if the session is strict and they, or a table that was read, have what must
   *     not be
   */
  public void lint(Table training, Schema schema, RunSettings settings) {
    lint(training, schema, settings, notes);
  }

  public void lint(Table training, Schema schema, RunSettings settings, Consumer<String> to) {
    boolean unread = values.get(Settings.QUIET) && !values.isGiven(Settings.REPORT);
    if (!values.get(Settings.STRICT) && unread) {
      return;
    }
    Findings findings =
        Lint.of(training, schema, settings.preparation(), settings.loss().classWeights());
    findings.lines().forEach(to);
    List<String> objections = new ArrayList<>(warnings);
    findings.objections().forEach(sentence -> objections.add(training.name() + ": " + sentence));
    refuse(objections);
  }

  private void refuse(List<String> objections) {
    if (values.get(Settings.STRICT) && !objections.isEmpty()) {
      int more = objections.size() - 1;
      throw new BadTable(
          "⟦strict⟧: %s%s"
              .formatted(objections.get(0), more == 0 ? "" : " (and %,d more)".formatted(more)));
    }
  }

  @Override
  public void close() {
    notes.end();
    workers.ifPresent(Workers::close);
  }

  /** Puts the first note about a file and the first about its target in one line. */
  private static final class OpeningNotes implements Consumer<String> {
    private final Consumer<String> to;
    private final List<String> waiting = new ArrayList<>();

    OpeningNotes(Consumer<String> to) {
      this.to = to;
    }

    /** Takes the notes about a file, to wait for what comes next. */
    void begin(List<String> file) {
      end();
      waiting.addAll(file);
    }

    /** Takes one more note about the file. */
    void add(String note) {
      waiting.add(note);
    }

    @Override
    public void accept(String note) {
      boolean joins = !waiting.isEmpty() && note.startsWith("target '");
      if (joins) {
        waiting.set(0, waiting.get(0) + "; " + note);
      }
      end();
      if (!joins) {
        to.accept(note);
      }
    }

    void end() {
      waiting.forEach(to);
      waiting.clear();
    }
  }
}
