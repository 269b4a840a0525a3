package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
            store(store.httpUrl(), 82);
        }

        // when
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // then
            assertThat(new StoreQuery(store.httpUrl()).execute("SELECT bed, hr FROM pulses"))
                    .containsExactly(Map.of("bed", "A3", "hr", 82.0));
        }
    }

    @Test
    void whatWasStoredIsThereAfterAKill() throws Exception {
        // given
        Process process = StoreProcess.start(dir);
        store(StoreProcess.url(process), 83);

        // when
        process.destroyForcibly().waitFor();

        // then
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            awaitRows(store.httpUrl(), 1);
        }
    }

    @Test
    void theSameRowTwiceIsOneRow() {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            store(store.httpUrl(), 82);

            store(store.httpUrl(), 84);

            await().untilAsserted(() -> assertThat(new StoreQuery(store.httpUrl()).execute("SELECT hr FROM pulses"))
                    .containsExactly(Map.of("hr", 84.0)));
        }
    }

    @Test
    void itListensOnLoopbackOnly() {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            int httpPort = URI.create(store.httpUrl()).getPort();

            assertThat(listeners()).contains(httpPort, store.pgPort());
            assertThat(listenersElsewhere()).doesNotContain(httpPort, store.pgPort(), 9000, 9003, 9009, 8812);
        }
    }

    @Test
    void anUnknownTableIsRefusedWithTheStoresWords() {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            var query = new StoreQuery(store.httpUrl());

            assertThatThrownBy(() -> query.execute("SELECT * FROM nowhere"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("table does not exist")
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedStore.start(dir, taken.getLocalPort(), 0))
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken: stop what listens on it or give the store another port.");
        }
    }

    @Test
    void aDirectoryInUseIsSaidInOneSentence() {
        try (var first = EmbeddedStore.start(dir, 0, 0)) {
            assertThat(first.httpUrl()).startsWith("http://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedStore.start(dir, 0, 0)).hasMessageContaining("is open in another ward");
        }
    }

    @Test
    void aDamagedTableIsSaidInOneSentence() throws IOException {
        // given
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            store(store.httpUrl(), 82);
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
    void aDirectoryThatIsAFileIsSaidInOneSentence() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "no directory");

        assertThatThrownBy(() -> EmbeddedStore.start(file, 0, 0)).hasMessageContaining("is damaged");
    }

    private static void store(String url, double heartRate) {
        var query = new StoreQuery(url);
        query.execute(TABLE.replace("TABLE pulses", "TABLE IF NOT EXISTS pulses"));
        query.execute("INSERT INTO pulses VALUES ('2026-01-01T00:00:00Z', 'A3', " + heartRate + ")");
        awaitRows(url, 1);
    }

    private static void awaitRows(String url, long rows) {
        await().untilAsserted(() -> assertThat(new StoreQuery(url).number("SELECT count() FROM pulses"))
                .isEqualTo(rows));
    }

    private List<Path> find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("db"))) {
            return files.filter(path -> path.getFileName().toString().equals(name)
                            && path.getParent().getFileName().toString().startsWith("pulses"))
                    .toList();
        }
    }

    private static List<Integer> listeners() {
        return sockets().map(EmbeddedStoreIT::port).toList();
    }

    private static List<Integer> listenersElsewhere() {
        return sockets()
                .filter(address -> !address.startsWith("0100007F:"))
                .map(EmbeddedStoreIT::port)
                .toList();
    }

    /** Local addresses of listening sockets, as Linux writes them: {@code 0100007F:1F90}. */
    private static Stream<String> sockets() {
        return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
                .flatMap(EmbeddedStoreIT::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[3].equals("0A"))
                .map(fields -> fields[1]);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}
