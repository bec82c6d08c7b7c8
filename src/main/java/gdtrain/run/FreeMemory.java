package gdtrain.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much memory the machine can give now without taking it from anybody: on Linux also what the
 * control groups of the process leave it. Pages of files that can be dropped count as free.
 */
public final class FreeMemory {
  /** Of numbers that are meant. */
  private static final int MOST_DIGITS = 18;

  private final Path root;

  /**
   * @param root of the file system
   */
  FreeMemory(Path root) {
    this.root = root;
  }

  /** In bytes. */
  public static long bytes() {
    return new FreeMemory(Path.of("/")).ofLinux().orElseGet(FreeMemory::ofAnySystem);
  }

  /** Takes some tenths of a second where Java has not yet loaded what it needs for it. */
  private static long ofAnySystem() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
  }

  /** Empty where the files of Linux are not there. */
  OptionalLong ofLinux() {
    OptionalLong kibibytes = number(root.resolve("proc/meminfo"), "MemAvailable:");
    if (kibibytes.isEmpty()) {
      return OptionalLong.empty();
    }
    long free = 1024 * kibibytes.getAsLong();
    for (String line : lines(root.resolve("proc/self/cgroup"))) {
      String[] parts = line.split(":", 3); // hierarchy:controllers:path
      if (parts.length == 3 && parts[1].isEmpty()) {
        free = Math.min(free, left(root.resolve("sys/fs/cgroup"), parts[2], Names.V2));
      } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
        free = Math.min(free, left(root.resolve("sys/fs/cgroup/memory"), parts[2], Names.V1));
      }
    }
    return OptionalLong.of(free);
  }

  /** The files of a control group. */
  private enum Names {
    V1("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    V2("memory.max", "memory.current", "inactive_file");

    private final String limit;
    private final String used;
    private final String droppable;

    Names(String limit, String used, String droppable) {
      this.limit = limit;
      this.used = used;
      this.droppable = droppable;
    }
  }

  /**
   * The least that a group and those it is in leave; inside a container the path may be outside.
   */
  private static long left(Path mount, String path, Names names) {
    long least = Long.MAX_VALUE;
    Path group = mount.resolve(path.substring(1)).normalize();
    for (; group.startsWith(mount); group = group.getParent()) {
      OptionalLong limit = number(group.resolve(names.limit), "");
      if (limit.isPresent()) {
        long used = number(group.resolve(names.used), "").orElse(0);
        long files = number(group.resolve("memory.stat"), names.droppable).orElse(0);
        least = Math.min(least, Math.max(0, limit.getAsLong() - used + files));
      }
    }
    return least;
  }

  /** The number behind a word that starts a line, may be empty; empty if there is none. */
  private static OptionalLong number(Path file, String word) {
    for (String line : lines(file)) {
      if (line.startsWith(word)) {
        return number(line, word.length());
      }
    }
    return OptionalLong.empty();
  }

  /** The number at a place of a line, behind blanks; "max" and more digits are no limit. */
  private static OptionalLong number(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    long number = 0;
    int start = at;
    for (; at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9'; at++) {
      number = 10 * number + line.charAt(at) - '0';
    }
    boolean limit = at > start && at - start <= MOST_DIGITS;
    return limit ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }
}
