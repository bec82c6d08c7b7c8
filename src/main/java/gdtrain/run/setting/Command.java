package gdtrain.run.setting;

import java.util.List;
import java.util.Locale;

/** What gdtrain can be asked to do, and the groups of settings that it takes, in order. */
public enum Command {
  /** Trains a model. */
  FIT(
      Purpose.TRAIN,
      "DATA",
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.VALIDATION,
      Group.STOPPING,
      Group.OUTPUT,
      Group.UNCERTAINTY,
      Group.REQUIREMENTS,
      Group.DATA,
      Group.RUNNING,
      Group.LONG_RUNS,
      Group.SPEC),
  /** Cross-validates. */
  CV(
      Purpose.TRAIN,
      "DATA",
      Group.FOLDS,
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.STOPPING,
      Group.REQUIREMENTS,
      Group.DATA,
      Group.RUNNING,
      Group.SPEC,
      Group.ALONE),
  /** Trains with several settings. */
  SWEEP(
      Purpose.TRAIN,
      "DATA",
      Group.SWEEP,
      Group.FOLDS,
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.VALIDATION,
      Group.STOPPING,
      Group.DATA,
      Group.RUNNING,
      Group.SPEC),
  /** Trains with one penalty after the other. */
  PATH(
      Purpose.TRAIN,
      "DATA",
      Group.PATH,
      Group.FOLDS,
      Group.READING,
      Group.COLUMNS,
      Group.DESCENT,
      Group.STOPPING,
      Group.REQUIREMENTS,
      Group.DATA,
      Group.RUNNING,
      Group.SPEC,
      Group.ALONE),
  /** Predicts with a saved model. */
  PREDICT(Purpose.USE, "MODEL DATA", Group.ALONE, Group.READING, Group.DATA, Group.RUNNING),
  /** Measures a saved model. */
  EVALUATE(
      Purpose.USE,
      "MODEL DATA",
      Group.ALONE,
      Group.READING,
      Group.REQUIREMENTS,
      Group.DATA,
      Group.RUNNING),
  /** Shows a saved model. */
  SHOW(Purpose.USE, "MODEL", Group.ALONE),
  /** Does the run of a saved model again. */
  REPLAY(Purpose.USE, "MODEL [DATA]", Group.RUNNING),
  /** Explains the gradient. */
  EXPLAIN(
      Purpose.UNDERSTAND,
      "DATA",
      Group.EXPLANATION,
      Group.POINT,
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.VALIDATION,
      Group.STOPPING,
      Group.RUNNING,
      Group.SPEC),
  /** Checks the gradient. */
  CHECK(
      Purpose.UNDERSTAND,
      "DATA",
      Group.CHECK,
      Group.POINT,
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.VALIDATION,
      Group.RUNNING,
      Group.SPEC),
  /** Measures what columns are worth. */
  IMPORTANCE(
      Purpose.UNDERSTAND,
      "MODEL DATA",
      Group.ALONE,
      Group.READING,
      Group.REQUIREMENTS,
      Group.DATA,
      Group.RUNNING),
  /** Follows predictions along a column. */
  EFFECT(Purpose.UNDERSTAND, "MODEL DATA", Group.ALONE, Group.READING, Group.DATA, Group.RUNNING),
  /** Leads through gradient descent. */
  LESSON(Purpose.UNDERSTAND, "[DATA]", Group.LESSON, Group.READING, Group.COLUMNS, Group.RUNNING),
  /** Samples the loss landscape. */
  TERRAIN(
      Purpose.LOOK,
      "DATA",
      Group.TERRAIN,
      Group.PICTURE,
      Group.POINT,
      Group.READING,
      Group.COLUMNS,
      Group.NETWORK,
      Group.DESCENT,
      Group.VALIDATION,
      Group.STOPPING,
      Group.RUNNING,
      Group.SPEC),
  /** Draws loss logs. */
  PLOT(Purpose.LOOK, "LOG", Group.PICTURE, Group.RUNNING),
  /** Makes a page about a saved model. */
  REPORT(Purpose.LOOK, "MODEL [DATA]", Group.ALONE, Group.READING, Group.DATA, Group.RUNNING),
  /** Tells what the program runs on. */
  DOCTOR(Purpose.MACHINE, "");

  private final Purpose purpose;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
  private final List<String> operands;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
  private final List<Group> groups;

  Command(Purpose purpose, String operands, Group... groups) {
    this.purpose = purpose;
    this.operands = operands.isEmpty() ? List.of() : List.of(operands.split(" "));
    this.groups = List.of(groups);
  }

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is for. */
  public Purpose purpose() {
    return purpose;
  }

  /**
   * What it is applied to: {@code DATA}, {@code LOG}, {@code MODEL}, some of them or nothing, in
   * order; in brackets what may be missing.
   */
  public List<String> operands() {
    return operands;
  }

  /** The groups of its settings. */
  public List<Group> groups() {
    return groups;
  }

  /** The heading over a group. */
  public String heading(Group group) {
    return this == TERRAIN && group == Group.POINT ? "Point of the slice" : group.heading();
  }

  /** What commands are for, in the order of help. */
  public enum Purpose {
    /** Models come from data. */
    TRAIN("Train"),
    /** Saved models meet new rows. */
    USE("Use a model"),
    /** Why parameters and predictions are what they are. */
    UNDERSTAND("Understand"),
    /** Pictures and pages. */
    LOOK("Look"),
    /** What the program runs on. */
    MACHINE("Machine");

    private final String heading;

    Purpose(String heading) {
      this.heading = heading;
    }

    /** What stands over its commands in help. */
    public String heading() {
      return heading;
    }
  }

  /** What a setting is about. */
  public enum Group {
    /** How the bytes of the data become cells. */
    READING("Reading", Kind.DECIDING),
    /** Which columns play which role, and how they become numbers. */
    COLUMNS("Columns", Kind.DECIDING),
    /** The layers between inputs and output. */
    NETWORK("Network", Kind.DECIDING),
    /** What is minimised, and how. */
    DESCENT("Loss and descent", Kind.DECIDING),
    /** Rows that are not learned from. */
    VALIDATION("Validation", Kind.DECIDING),
    /** When a run ends before its last epoch. */
    STOPPING("Stopping", Kind.DECIDING),
    /** How rows are dealt to folds. */
    FOLDS("Folds"),
    /** Which runs a sweep has, and what it leaves behind. */
    SWEEP("Sweep"),
    /** Which penalties a path goes through. */
    PATH("Path"),
    /** What is explained, and in which form. */
    EXPLANATION("Explanation"),
    /** At which point of its descent a run is looked at. */
    POINT("Point"),
    /** What is checked, and how closely. */
    CHECK("Check"),
    /** Which part of the landscape is sampled, and how finely. */
    TERRAIN("Terrain"),
    /** How a lesson is shown. */
    LESSON("Lesson"),
    /** What a picture shows, how, and where it goes. */
    PICTURE("Picture"),
    /** Where the results of a run go. */
    OUTPUT("Output", Kind.GENERAL),
    /** How sure a model is of its parameters and predictions. */
    UNCERTAINTY("Uncertainty"),
    /** What must hold of the metrics. */
    REQUIREMENTS("Requirements", Kind.GENERAL),
    /** What is made of oddities in the data. */
    DATA("Data", Kind.GENERAL),
    /** How a command runs; nothing here changes its results. */
    RUNNING("Running", Kind.GENERAL),
    /** Runs that outlast a process. */
    LONG_RUNS("Long runs", Kind.GENERAL),
    /** Settings from a file. */
    SPEC("Spec", Kind.GENERAL),
    /** Settings of a single command that stand before all groups. */
    ALONE("");

    private final String heading;
    private final Kind kind;

    Group(String heading) {
      this(heading, Kind.OWN);
    }

    Group(String heading, Kind kind) {
      this.heading = heading;
      this.kind = kind;
    }

    /** What the settings of a group are for. */
    private enum Kind {
      /** They decide the result of a run. */
      DECIDING,
      /** They are what a command, or a few that are alike, has of its own. */
      OWN,
      /** They go with many commands. */
      GENERAL
    }

    /** What stands over the group in help and specs. */
    public String heading() {
      return heading;
    }

    /** Whether its settings decide the result of a run. */
    public boolean decides() {
      return kind == Kind.DECIDING;
    }

    /** Whether its settings are what a command has of its own. */
    public boolean isOwn() {
      return kind == Kind.OWN;
    }
  }
}
