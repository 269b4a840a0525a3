package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests who may reach the store, and what a reader may do in it. */
class StoreAccessIT {
    private static final String TABLE = "CREATE TABLE pulses (time TIMESTAMP, bed SYMBOL, hr DOUBLE) TIMESTAMP(time)"
            + " PARTITION BY DAY WAL DEDUP UPSERT KEYS(time, bed)";

    @TempDir
    Path dir;

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
            socket.setSoTimeout(600_000);
            String head = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).substring(9));
        }
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

    private static List<Integer> listeners() {
        return sockets().map(StoreAccessIT::port).toList();
    }

    private static List<Integer> listenersElsewhere() {
        return sockets()
                .filter(address -> !address.startsWith("0100007F:"))
                .map(StoreAccessIT::port)
                .toList();
    }

    /** Local addresses of the listening sockets of this process, as Linux writes them: {@code 0100007F:1F90}. */
    private static Stream<String> sockets() {
        Set<String> own = files();
        return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
                .flatMap(StoreAccessIT::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[3].equals("0A") && own.contains("socket:[" + fields[9] + "]"))
                .map(fields -> fields[1]);
    }

    /** Returns the files and sockets that this process has open. */
    private static Set<String> files() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(StoreAccessIT::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an empty text for a file that was closed meanwhile. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
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
