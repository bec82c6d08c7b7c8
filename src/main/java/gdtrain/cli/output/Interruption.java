package gdtrain.cli.output;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP, which says that the terminal is gone: the first asks the
 * run to end after its epoch, the second ends the process at once.
 *
 * <p>A shutdown hook would not do: while hooks run, Java takes no second signal. {@code
 * sun.misc.Signal}, of the supported module {@code jdk.unsupported}, is used by reflection because
 * javac's warning about it cannot be switched off.
 */
public final class Interruption implements AutoCloseable {
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
  private static final String SENTENCE =
      "gdtrain: interrupted: finishing this epoch and writing all outputs (Ctrl-C again quits at once)";

  private final CountDownLatch first = new CountDownLatch(1);
  private final Map<String, Object> before = new LinkedHashMap<>();
  private final Consumer<String> say;
  private volatile int status;

  private Interruption(Consumer<String> say) {
    this.say = say;
  }

  /** Listens until it is closed; where Java has no signals, nothing is ever heard. */
  public static Interruption listen(Consumer<String> say) {
    Interruption interruption = new Interruption(say);
    SIGNALS.forEach((name, number) -> interruption.before.put(name, interruption.on(name, number)));
    return interruption;
  }

  private Object on(String name, int number) {
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      return handle(
          name,
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                happen(128 + number);
                return null;
              }));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Sets the handler of a signal and returns the one before. */
  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    return signal
        .getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }

  private synchronized void happen(int code) {
    if (happened()) {
      Runtime.getRuntime().halt(status);
    }
    status = code;
    first.countDown();
    say.accept(SENTENCE);
  }

  public boolean happened() {
    return status != 0;
  }

  /** Waits a moment for a signal that may be on its way. */
  public boolean happensSoon() {
    try {
      return first.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return happened();
    }
  }

  /** The exit code that says which signal came: 128 and its number. */
  public int exitCode() {
    return status;
  }

  @Override
  public void close() {
    before.forEach(
        (name, handler) -> {
          try {
            if (handler != null) {
              handle(name, handler);
            }
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // it was found before
          }
        });
  }
}
