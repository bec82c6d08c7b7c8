package gdtrain.compute.backend;

import gdtrain.choice.UserError;

/** The backend that was asked for cannot be used on this machine. */
public final class BackendUnavailable extends UserError {
  private static final long serialVersionUID = 1;

  BackendUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
