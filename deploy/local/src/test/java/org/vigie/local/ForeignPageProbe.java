package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.store.StoreAccount;

/** Sends requests to every port of the ward's process as a page of a foreign site would send them. */
final class ForeignPageProbe {
    private static final int CONNECT_TIMEOUT_MS = 600_000;
    private static final int PAGE_TIMEOUT_MS = 600_000;
    /** A port that serves no page may wait for more of its own protocol. */
    private static final int SILENCE_MS = 3_000;

    private static final String LISTENS = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");
    /** Status that each HTTP port answers to its own page; every other port answers no HTTP. */
    private static final Map<String, String> PAGES = Map.of(
            "station", "/api/ward",
            "registry", "/subjects",
            "Flink web UI", "/overview",
            "model server (HTTP)", "/v2/models/survival",
            "monitoring", "/metrics",
            "gateway (FHIR)", "/metrics",
            "store (HTTP)", "/exec?query=SELECT%201");
    /** Ports that answer programs with an API token alone. */
    private static final List<String> WITH_A_TOKEN =
            List.of("station", "registry", "model server (HTTP)", "gateway (FHIR)");

    private final WardPorts ports;
    private final String storeLogin;
    private final String token;

    private ForeignPageProbe(WardPorts ports, String storeLogin, String token) {
        this.ports = ports;
        this.storeLogin = storeLogin;
        this.token = token;
    }

    /** @param process a running ward */
    static void check(WardPorts ports, Path dataDir, ProcessHandle process) throws IOException {
        String login = "Authorization: "
                + StoreAccount.reader(dataDir.resolve("store")).authorization();
        var guarded = new ForeignPageProbe(ports, login, "Authorization: Bearer " + token(dataDir));
        Set<Integer> listening = listening(process.pid());
        assertThat(listening).containsAll(ports.byPart().values());
        for (int port : listening) {
            if (guarded.answersHttp(port)) {
                guarded.foreignPagesGetNothing(port);
            }
        }
        for (Map.Entry<String, Integer> part : ports.byPart().entrySet()) {
            guarded.itsOwnPageIsAnswered(part.getKey(), part.getValue());
        }
        for (String part : WITH_A_TOKEN) {
            guarded.withoutATokenNothingIsAnswered(part);
        }
        guarded.noJarIsTaken();
    }

    private static String token(Path dataDir) throws IOException {
        Path file = dataDir.resolve("access").resolve("tokens").resolve(ReportedWard.PROBE);
        return Files.readString(file).split(" ", 2)[0];
    }

    private boolean answersHttp(int port) throws IOException {
        return ask(port, "GET " + page(port), List.of("Host: 127.0.0.1:" + port))
                .startsWith("HTTP/");
    }

    private void foreignPagesGetNothing(int port) throws IOException {
        String own = "Host: 127.0.0.1:" + port;
        List<List<String>> foreign = List.of(
                List.of("Host: evil.example:" + port),
                List.of("Host: localhost.evil.example"),
                List.of(own, "Origin: http://evil.example"),
                List.of(own, "Origin: null"),
                List.of(own, "Referer: http://evil.example/"),
                List.of(own, "Sec-Fetch-Site: cross-site"),
                List.of("Host: evil.example:" + port, "Origin: http://evil.example:" + port));
        for (List<String> headers : foreign) {
            for (String request : List.of("GET " + page(port), "POST " + page(port), "OPTIONS /")) {
                assertThat(ask(port, request, headers))
                        .as("port %s, %s, %s", port, request, headers)
                        .startsWith("HTTP/1.1 403");
            }
        }
    }

    private void itsOwnPageIsAnswered(String part, int port) throws IOException {
        String answer = ask(port, "GET " + page(port), List.of("Host: 127.0.0.1:" + port));
        if (PAGES.containsKey(part)) {
            assertThat(answer).as(part).startsWith("HTTP/1.1 200");
        } else {
            assertThat(answer)
                    .as("%s speaks HTTP: say in PAGES what it answers", part)
                    .doesNotStartWith("HTTP/1");
        }
    }

    private void withoutATokenNothingIsAnswered(String part) throws IOException {
        int port = ports.byPart().get(part);
        assertThat(askBare(port, "GET " + page(port), List.of("Host: 127.0.0.1:" + port)))
                .as(part)
                .startsWith("HTTP/1.1 401");
    }

    private void noJarIsTaken() throws IOException {
        String answer = ask(
                ports.flink(),
                "POST /jars/upload",
                List.of("Host: 127.0.0.1:" + ports.flink(), "Content-Type: multipart/form-data; boundary=x"));
        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    private boolean servesPage(int port) {
        return ports.byPart().entrySet().stream()
                .anyMatch(part -> part.getValue() == port && PAGES.containsKey(part.getKey()));
    }

    private String page(int port) {
        return ports.byPart().entrySet().stream()
                .filter(part -> part.getValue() == port)
                .map(part -> PAGES.getOrDefault(part.getKey(), "/"))
                .findFirst()
                .orElse("/");
    }

    /**
     * Returns the answer; empty when the connection is closed or nothing comes. The request always holds the password or the
     * token of the port, so that a missing one is never the reason of a refusal.
     */
    private String ask(int port, String request, List<String> headers) throws IOException {
        String login = port == ports.storeHttp() ? storeLogin : token;
        return askBare(
                port, request, Stream.concat(headers.stream(), Stream.of(login)).toList());
    }

    private String askBare(int port, String request, List<String> headers) throws IOException {
        String head = Stream.of(
                        Stream.of(request + " HTTP/1.1"),
                        headers.stream(),
                        Stream.of("Content-Length: 0", "Connection: close", "", ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\r\n"));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            socket.setSoTimeout(servesPage(port) ? PAGE_TIMEOUT_MS : SILENCE_MS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(64), StandardCharsets.ISO_8859_1);
        } catch (SocketException | SocketTimeoutException e) {
            return "";
        }
    }

    /** Every port that the process listens on, each on loopback alone. */
    private static Set<Integer> listening(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        Set<Integer> found = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc", "" + pid, "net", table))) {
                String[] fields = line.trim().split("\\s+", -1);
                if (fields[3].equals(LISTENS) && sockets.contains("socket:[" + fields[9] + "]")) {
                    String[] address = fields[1].split(":", -1);
                    assertThat(LOOPBACK).as("address of port " + address[1]).contains(address[0]);
                    found.add(Integer.parseInt(address[1], 16));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            return files.map(ForeignPageProbe::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
