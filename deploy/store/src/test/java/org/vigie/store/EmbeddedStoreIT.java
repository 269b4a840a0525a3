package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        await().untilAsserted(() -> assertThat(suspended(query)).isEqualTo(1));
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
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(
                                    new StoreQuery(store.httpUrl(), store.admin()).execute("SELECT hr FROM pulses"))
                            .containsExactly(Map.of("hr", 84.0)));
        }
    }

    @Test
    void itListensOnLoopbackOnly() {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // when
            int httpPort = URI.create(store.httpUrl()).getPort();

            // then
            assertThat(listeners()).contains(httpPort, store.pgPort());
            assertThat(listenersElsewhere()).doesNotContain(httpPort, store.pgPort(), 9000, 9003, 9009, 8812);
        }
    }

    @Test
    void aForeignHostOrPageIsRefusedEvenWithThePassword() throws Exception {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // given
            int port = URI.create(store.httpUrl()).getPort();
            String login = "Authorization: " + store.admin().authorization();
            String own = "Host: 127.0.0.1:" + port;
            // when, then
            for (String path :
                    List.of("/exec?query=CREATE%20TABLE%20x(a%20INT)", "/write", "/imp", "/ping", "/settings", "/")) {
                for (String method : List.of("GET ", "POST ", "PUT ", "OPTIONS ")) {
                    for (String[] headers : new String[][] {
                        {"Host: evil.example:" + port},
                        {"Host: localhost.evil.example"},
                        {own, "Origin: http://evil.example"},
                        {own, "Origin: null"},
                        {own, "Referer: http://evil.example/"},
                        {own, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}
                    }) {
                        assertThat(status(port, method + path, login, String.join("\r\n", headers)))
                                .as(method + path + " " + String.join(", ", headers))
                                .isEqualTo(403);
                    }
                }
            }
            assertThat(status(port, "GET http://evil.example/exec?query=SELECT%201", login, own))
                    .isEqualTo(403);
            assertThat(status(port, "GET /exec?query=SELECT%201", login, "X-Nothing: 1"))
                    .isEqualTo(400);
            assertThat(status(port, "GET /exec?query=SELECT%201", login, own)).isEqualTo(200);
            assertThat(new StoreQuery(store.httpUrl(), store.admin()).execute("SELECT table_name FROM tables()"))
                    .doesNotContain(Map.of("table_name", "x"));
        }
    }

    @Test
    void withoutAPasswordOrWithAWrongOneNothingIsAnswered() throws Exception {
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // given
            int port = URI.create(store.httpUrl()).getPort();
            String own = "Host: localhost:" + port;
            // when, then
            for (String login : List.of(
                    "X-Nothing: 1",
                    "Authorization: Basic YWRtaW46cXVlc3Q=",
                    "Authorization: Basic ",
                    "Authorization: Bearer x")) {
                assertThat(status(port, "GET /exec?query=SELECT%201", login, own))
                        .as(login)
                        .isEqualTo(401);
                assertThat(status(port, "POST /write", login, own)).as(login).isEqualTo(401);
            }
        }
    }

    @Test
    void theReaderSelectsAndChangesNothing() {
        // given
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            // when
            store(dir, store.httpUrl(), 82);
            var reader = new StoreQuery(store.httpUrl(), store.reader());

            // then
            assertThat(reader.number("SELECT count() FROM pulses")).isEqualTo(1);
            for (String order : List.of(
                    "CREATE TABLE x (a INT)",
                    "INSERT INTO pulses VALUES ('2026-01-01T00:00:01Z', 'A3', 1)",
                    "UPDATE pulses SET hr = 1",
                    "TRUNCATE TABLE pulses",
                    "ALTER TABLE pulses ADD COLUMN x INT",
                    "DROP TABLE pulses",
                    "RENAME TABLE pulses TO gone")) {
                assertThatThrownBy(() -> reader.execute(order)).as(order).isInstanceOf(StoreException.class);
            }
            assertThat(reader.execute("SELECT hr FROM pulses")).containsExactly(Map.of("hr", 82.0));
        }
    }

    @Test
    void onlyThisUserMayReadThePasswordsAndTheyStay() throws IOException {
        // given
        Path older = Files.createDirectories(dir.resolve("conf")).resolve("server.conf");
        Files.writeString(older, "pg.password=quest\n");
        String first;

        // when, then
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            first = store.reader().password();
            assertThat(first).hasSize(32).isNotEqualTo(store.admin().password());
            for (Path secret :
                    List.of(store.admin().passwordFile(), store.reader().passwordFile(), older)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .as(secret.toString())
                        .isEqualTo("rw-------");
            }
            assertThat(store.admin().toString()).doesNotContain(store.admin().password());
        }
        try (var store = EmbeddedStore.start(dir, 0, 0)) {
            assertThat(store.reader().password()).isEqualTo(first);
        }
    }

    private static int status(int port, String request, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            String head = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).substring(9));
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
        await().atMost(Duration.ofMinutes(2))
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
