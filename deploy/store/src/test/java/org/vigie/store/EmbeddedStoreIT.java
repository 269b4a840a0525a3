package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {
    private static final String TABLE = "CREATE TABLE pulses (time TIMESTAMP, bed SYMBOL, hr DOUBLE) TIMESTAMP(time)"
            + " PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, bed)";

    @TempDir
    Path dir;

    @Test
    void whatWasStoredIsThereAfterARestart() {
        // given
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            store(dir, store.httpUrl(), 82);
        }

        // when
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // then
            assertThat(new StoreQuery(store.httpUrl(), store.admin()).execute("SELECT bed, hr FROM pulses"))
                    .containsExactly(Map.of("bed", "A3", "hr", 82.0));
        }
    }

    @Test
    void whatWasStoredIsThereAfterAKill() throws Exception {
        // given
        Process process = StoreProcess.start(dir);
        store(dir, StoreProcess.url(process), 83);

        // when
        process.destroyForcibly().waitFor();

        // then
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            awaitRows(dir, store.httpUrl(), 1);
        }
    }

    @Test
    void rowsThatCameWhileTheDiskWasFullAreStoredWhenItHasRoom() throws Exception {
        // given
        Process process = StoreProcess.start(dir);
        String url = StoreProcess.url(process);
        store(dir, url, 82);
        var query = new StoreQuery(url, StoreAccount.admin(dir));

        // when
        limitFiles(process, "1");
        query.execute("INSERT INTO pulses VALUES ('2026-01-02T00:00:00Z', 'A3', 83)");
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(suspended(query)).isEqualTo(1));
        limitFiles(process, "unlimited");

        // then
        awaitRows(dir, url, 2);
        assertThat(suspended(query)).isZero();
        process.destroyForcibly().waitFor();
    }

    private static long suspended(StoreQuery query) {
        return query.number("SELECT count() FROM wal_tables() WHERE suspended");
    }

    private static void limitFiles(Process process, String bytes) throws Exception {
        assertThat(new ProcessBuilder("prlimit", "--pid", "" + process.pid(), "--fsize=" + bytes + ":unlimited")
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void theSameRowTwiceIsOneRow() {
        // given
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            store(dir, store.httpUrl(), 82);

            // when
            store(dir, store.httpUrl(), 84);

            // then
            await().atMost(Duration.ofMinutes(10))
                    .untilAsserted(() -> assertThat(
                                    new StoreQuery(store.httpUrl(), store.admin()).execute("SELECT hr FROM pulses"))
                            .containsExactly(Map.of("hr", 84.0)));
        }
    }

    @Test
    void anUnknownTableIsRefusedWithTheStoresMessage() {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // given
            var query = new StoreQuery(store.httpUrl(), store.admin());

            // when, then
            assertThatThrownBy(() -> query.execute("SELECT * FROM nowhere"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("table does not exist")
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void aTakenPortIsReportedInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedStore.start(dir, taken.getLocalPort(), 0))
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken: stop what listens on it or give the store another port.");
        }
    }

    @Test
    void aDirectoryInUseIsReportedInOneSentence() {
        try (var first = EmbeddedStore.start(dir, 0, 0)) {
            assertThat(first.httpUrl()).startsWith("http://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedStore.start(dir, 0, 0)).hasMessageContaining("is open in another ward");
        }
    }

    @Test
    void aDamagedTableIsReportedInOneSentence() throws IOException {
        // given
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            store(dir, store.httpUrl(), 82);
        }

        // when
        for (Path meta : find("_meta")) {
            Files.write(meta, new byte[] {1, 2, 3});
        }

        // then
        assertThatThrownBy(() -> EmbeddedStore.start(dir, 0, 0).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("move it away");
    }

    @Test
    void aDirectoryThatIsAFileIsReportedInOneSentence() throws IOException {
        // given
        Path file = Files.writeString(dir.resolve("file"), "no directory");

        // when, then
        assertThatThrownBy(() -> EmbeddedStore.start(file, 0, 0)).hasMessageContaining("is damaged");
    }

    private static void store(Path dir, String url, double heartRate) {
        var query = new StoreQuery(url, StoreAccount.admin(dir));
        query.execute(TABLE.replace("TABLE pulses", "TABLE IF NOT EXISTS pulses"));
        query.execute("INSERT INTO pulses VALUES ('2026-01-01T00:00:00Z', 'A3', " + heartRate + ")");
        awaitRows(dir, url, 1);
    }

    private static void awaitRows(Path dir, String url, long rows) {
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(
                                new StoreQuery(url, StoreAccount.admin(dir)).number("SELECT count() FROM pulses"))
                        .isEqualTo(rows));
    }

    private List<Path> find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("db"))) {
            return files.filter(path -> path.getFileName().toString().equals(name)
                            && path.getParent().getFileName().toString().startsWith("pulses"))
                    .toList();
        }
    }
}
