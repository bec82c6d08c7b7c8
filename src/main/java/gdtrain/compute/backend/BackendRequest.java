package gdtrain.compute.backend;

import gdtrain.choice.EnumWord;
import gdtrain.choice.InvalidSetting;
import java.util.Optional;

/**
 * Which backend is asked for.
 *
 * @param origin what asks for it: a setting or a variable of the environment
 */
public record BackendRequest(Wish wish, String origin) {
  /** The variable of the environment that counts where the setting is not given. */
  public static final String VARIABLE = "GDTRAIN_BACKEND";

  /** What can be asked for. */
  public enum Wish {
    /** The faster one. */
    AUTO,
    /** The processor. */
    CPU,
    /** An Nvidia card. */
    CUDA
  }

  /**
   * What is asked for, {@link Wish#AUTO} where nothing is.
   *
   * @param setting the value of the setting, if it is given
   * @param variable the value of {@link #VARIABLE}, if it is set; an empty one counts as not
   * @throws InvalidSetting if it is none of the three
   */
  public static BackendRequest of(Optional<String> setting, Optional<String> variable) {
    Optional<String> set = variable.filter(text -> !text.isEmpty());
    String origin = setting.isPresent() || set.isEmpty() ? "⟦backend⟧" : VARIABLE;
    String word = setting.or(() -> set).orElse("auto");
    return new BackendRequest(EnumWord.constant(Wish.class, origin, word), origin);
  }

  /** It as a user writes it. */
  String text() {
    return origin + (origin.equals(VARIABLE) ? "=" : " ") + EnumWord.of(wish);
  }
}
