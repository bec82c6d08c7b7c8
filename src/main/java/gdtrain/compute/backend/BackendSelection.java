package gdtrain.compute.backend;

import gdtrain.compute.Backend;
import gdtrain.compute.backend.CudaStatus.Unusable;
import gdtrain.compute.backend.CudaStatus.Usable;
import java.util.Optional;

/** Selects the backend for a table, by what is asked for and what there is. */
public final class BackendSelection {
  private final BackendRequest request;
  private final CudaProbe probe;
  private final CardTrial trial;

  /**
   * A selection.
   *
   * @param trial is asked where a card can be used and the choice is left to the program
   */
  public BackendSelection(BackendRequest request, CudaProbe probe, CardTrial trial) {
    this.request = request;
    this.probe = probe;
    this.trial = trial;
  }

  /**
   * A backend that was selected.
   *
   * @param reason half a sentence
   */
  public record Selected(Backend.Kind kind, String reason) {
    /** The note about it. */
    public String note() {
      return "backend: " + (kind == Backend.Kind.CPU ? "cpu" : "cuda") + ", " + reason;
    }
  }

  /**
   * Selects before the table is read, so that ND4J can start meanwhile.
   *
   * @return empty where the size of the table decides
   * @throws BackendUnavailable if CUDA is asked for and cannot be used
   */
  public Optional<Selected> beforeReading() {
    return beforeReading(Backend.running());
  }

  /**
   * Selects where ND4J runs already, or nowhere yet: it starts once in a process, and where there
   * is no CUDA it can only run on the processor.
   */
  Optional<Selected> beforeReading(Optional<Backend.Kind> running) {
    if (running.isPresent() && probe.isInstalled()) {
      return Optional.of(again(running.get()));
    }
    return switch (request.wish()) {
      case CPU -> Optional.of(cpu("as %s says".formatted(request.origin())));
      case CUDA -> Optional.of(new Selected(Backend.Kind.CUDA, card().toString()));
      case AUTO ->
          probe.quickStatus() instanceof Unusable off
              ? Optional.of(cpu("cuda is off: " + off.reason()))
              : Optional.empty();
    };
  }

  private Selected again(Backend.Kind running) {
    Backend.Kind other = running == Backend.Kind.CPU ? Backend.Kind.CUDA : Backend.Kind.CPU;
    if (request.wish().name().equals(other.name())) {
      throw new BackendUnavailable(
          "%s cannot be used: ND4J already runs elsewhere, and cannot move; start another process"
              .formatted(request.text()),
          null);
    }
    return new Selected(running, "which ND4J runs on already");
  }

  private static Selected cpu(String reason) {
    return new Selected(Backend.Kind.CPU, reason);
  }

  private Card card() {
    CudaStatus status = probe.status();
    if (status instanceof Unusable off) {
      throw new BackendUnavailable(
          "%s cannot be used: %s; %s".formatted(request.text(), off.reason(), off.remedy()), null);
    }
    return ((Usable) status).card();
  }

  /** Selects for a table, by a trial. */
  public Selected forTable(long rows, int columns) {
    CardTrial.Outcome outcome = trial.run(card(), rows, columns);
    return outcome.faster()
        ? new Selected(Backend.Kind.CUDA, card() + ": " + outcome.reason())
        : cpu(card().name() + ": " + outcome.reason());
  }

  /** Starts ND4J while the table is read; on a card at once, so that what fails is soon told. */
  public void startAhead(Selected selected) {
    if (selected.kind() == Backend.Kind.CPU) {
      Backend.startAhead();
    } else {
      start(selected);
    }
  }

  /**
   * Starts ND4J.
   *
   * @throws BackendUnavailable if it does not start on the card, or runs elsewhere already
   */
  public void start(Selected selected) {
    if (selected.kind() == Backend.Kind.CPU) {
      Backend.start();
      return;
    }
    try {
      Backend.startCuda();
    } catch (LinkageError | RuntimeException e) {
      throw new BackendUnavailable(
          "%s cannot be used: ND4J does not start on the card: %s; take ⟦backend⟧ cpu"
              .formatted(request.text(), CudaProbe.reason(e)),
          e);
    }
  }
}
