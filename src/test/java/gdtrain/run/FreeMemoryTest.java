package gdtrain.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
  private static final long FREE = 24_000_000L * 1024;

  @TempDir Path root;

  @BeforeEach
  void machine() throws IOException {
    file("proc/meminfo", "MemTotal: 32000000 kB\nMemFree: 1 kB\nMemAvailable:   24000000 kB\n");
  }

  private void file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void group(String path, String limit, long used, long droppable) throws IOException {
    file("sys/fs/cgroup" + path + "/memory.max", limit + "\n");
    file("sys/fs/cgroup" + path + "/memory.current", used + "\n");
    file(
        "sys/fs/cgroup" + path + "/memory.stat",
        "anon 5\nfile 9\nactive_file 7\ninactive_file " + droppable + "\n");
  }

  private long free() {
    return new FreeMemory(root).ofLinux().orElseThrow();
  }

  @Test
  void isWhatTheMachineHasAvailable() {
    assertEquals(FREE, free());
  }

  @Test
  void isAtMostWhatAControlGroupLeaves() throws IOException {
    file("proc/self/cgroup", "0::/user/job\n");
    group("/user/job", "1000000", 400_000, 100_000);
    assertEquals(700_000, free());
    group("/user/job", "1000000", 1_400_000, 0);
    assertEquals(0, free());
    group("/user/job", "max", 400_000, 100_000);
    assertEquals(FREE, free());
  }

  @Test
  void isAtMostWhatTheGroupsAboveLeave() throws IOException {
    file("proc/self/cgroup", "0::/user/job\n");
    group("/user/job", "max", 400_000, 100_000);
    group("/user", "2000000", 500_000, 0);
    assertEquals(1_500_000, free());
    group("", "900000", 600_000, 100);
    assertEquals(300_100, free());
  }

  @Test
  void isAtMostWhatAnOlderControlGroupLeaves() throws IOException {
    file("proc/self/cgroup", "5:cpu,memory:/job\n4:cpuset:/\n");
    file("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "1000000\n");
    file("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "300000\n");
    file("sys/fs/cgroup/memory/job/memory.stat", "inactive_file 1\ntotal_inactive_file 200000\n");
    assertEquals(900_000, free());
    file("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "9223372036854771712\n");
    assertEquals(FREE, free());
  }

  @Test
  void aGroupOutsideOfTheContainerIsPassedOver() throws IOException {
    file("proc/self/cgroup", "0::/../../job\n");
    file("memory.max", "1\n");
    assertEquals(FREE, free());
  }

  @Test
  void isAskedOfJavaOnOtherSystems() {
    assertEquals(OptionalLong.empty(), new FreeMemory(root.resolve("proc")).ofLinux());
    assertTrue(FreeMemory.bytes() > 1 << 20);
  }
}
