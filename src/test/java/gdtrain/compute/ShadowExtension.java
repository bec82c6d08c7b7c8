package gdtrain.compute;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs tests on the {@link ShadowDevice}; only where extensions are looked for, which is what the
 * second run of the numerical tests asks for.
 */
public final class ShadowExtension implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    ShadowDevice.use();
  }
}
