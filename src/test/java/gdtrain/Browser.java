package gdtrain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Chromium without a window, asked by the protocol of its developer tools: a page at a time, what
 * it says of errors, what it loads, and a pointer and keys.
 */
final class Browser implements AutoCloseable {
  /** What the test does without, and what would go out to the network. */
  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox", // it does not start as root with one
          "--disable-gpu",
          "--disable-quic",
          "--disable-sync",
          "--disable-extensions",
          "--disable-component-update",
          "--disable-background-networking",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--window-size=1000,800",
          "--remote-debugging-port=0");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();

  /** Starts a browser that keeps its files in a folder. */
  Browser(String program, Path folder) throws Exception {
    List<String> data = List.of("--user-data-dir=" + folder, "about:blank");
    process =
        new ProcessBuilder(
                Stream.of(List.of(program), OPTIONS, data).flatMap(List::stream).toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page(folder.resolve("DevToolsActivePort")), new Listener())
            .get(20, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** The address of the empty page, once the browser has written its port into a file. */
  private URI page(Path file) throws Exception {
    for (int tenths = 0; process.isAlive() && tenths < 200; tenths++) {
      TimeUnit.MILLISECONDS.sleep(100);
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        String list = "http://127.0.0.1:%s/json/list".formatted(Files.readAllLines(file).get(0));
        HttpRequest request = HttpRequest.newBuilder(URI.create(list)).build();
        String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8)).body();
        for (JsonNode target : JSON.readTree(body)) {
          if (target.get("type").asText().equals("page")) {
            return URI.create(target.get("webSocketDebuggerUrl").asText());
          }
        }
      }
    }
    throw new IllegalStateException(
        "no browser: " + Files.readString(file.resolveSibling("said.txt")));
  }

  /** Puts messages together; answers go to who asked, events into a list. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        accept(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void accept(String message) {
    try {
      JsonNode node = JSON.readTree(message);
      if (node.has("id")) {
        answers.get(node.get("id").asInt()).complete(node);
      } else {
        events.add(node);
      }
    } catch (IOException e) {
      throw new IllegalStateException(message, e);
    }
  }

  /** Calls a method of the protocol. */
  JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
    call.set("params", JSON.valueToTree(parameters));
    socket.sendText(call.toString(), true).get(20, TimeUnit.SECONDS);
    JsonNode found = answer.get(20, TimeUnit.SECONDS);
    if (found.has("error")) {
      throw new IllegalStateException(method + ": " + found);
    }
    return found.get("result");
  }

  /** Opens a file in light or dark, and forgets what was before. */
  void open(Path file, String scheme) throws Exception {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    events.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    for (int tenths = 0; events("Page.loadEventFired").isEmpty(); tenths++) {
      if (tenths > 2000) {
        throw new IllegalStateException(file + " does not open");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** What has happened since a page was opened. */
  List<JsonNode> events(String method) {
    return events.stream()
        .filter(event -> event.get("method").asText().equals(method))
        .map(event -> event.get("params"))
        .toList();
  }

  /** The value of an expression, or of what it promises. */
  JsonNode value(String expression) throws Exception {
    Map<String, Object> parameters =
        Map.of("expression", expression, "returnByValue", true, "awaitPromise", true);
    JsonNode result = call("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.get("exceptionDetails").toString());
    }
    return result.at("/result/value");
  }

  /** Moves the pointer, in pixels from the upper left. */
  void point(double x, double y) throws Exception {
    call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
  }

  void press(String key) throws Exception {
    call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
