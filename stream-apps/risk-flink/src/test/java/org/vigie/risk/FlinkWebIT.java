package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.risk.FlinkConfig.DeploymentMode;

/** Tests that the web port of the Flink in this JVM shows the job to its own page and refuses everything else. */
class FlinkWebIT {
    private static final String JOB = "/jobs/00000000000000000000000000000001";
    private static final String JAR_BODY = String.join(
            "\r\n",
            "--part",
            "Content-Disposition: form-data; name=\"jarfile\"; filename=\"x.jar\"",
            "Content-Type: application/x-java-archive",
            "",
            "PK",
            "--part--",
            "");

    @TempDir
    static Path directory;

    private static MiniCluster flink;
    private static URI web;

    @BeforeAll
    static void start() throws Exception {
        var settings = new FlinkConfig(DeploymentMode.LOCAL, directory, Duration.ofSeconds(5), 1, 0);
        Files.createDirectories(directory.resolve("tmp"));
        Configuration configuration = FlinkOptionsFactory.local(settings, Optional.empty());
        configuration.set(WebOptions.UPLOAD_DIR, directory.resolve("uploads").toString());
        flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .build());
        flink.start();
        web = flink.getRestAddress().get();
    }

    @AfterAll
    static void stop() throws Exception {
        flink.close();
    }

    @Test
    void itsOwnPageIsShown() throws IOException {
        assertThat(status("GET /overview", host())).isEqualTo(200);
        assertThat(status("GET /jobs/overview", "Host: localhost:" + web.getPort(), origin()))
                .isEqualTo(200);
        assertThat(status("GET /", host())).isEqualTo(200);
    }

    @Test
    void noForeignPageMayReadAnAnswer() throws IOException {
        assertThat(ask("GET /overview", "", host()))
                .contains("access-control-allow-origin: http://127.0.0.1:")
                .doesNotContain("access-control-allow-origin: *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8081", "localhost.evil.example", "localhost:1"})
    void aForeignHostIsRefused(String host) throws IOException {
        assertThat(status("GET /overview", "Host: " + host)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Referer: http://evil.example/",
                "Sec-Fetch-Site: cross-site"
            })
    void aForeignPageIsRefused(String header) throws IOException {
        assertThat(status("GET /overview", host(), header)).isEqualTo(403);
        assertThat(status("OPTIONS /jars/upload", host(), header, "Access-Control-Request-Method: POST"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/jars/upload", "/v1/jars/upload", "/jobs", "/v1/jobs", "/jars/upload?x=1", "/jars%2Fupload"})
    void anUploadIsRefusedAndNothingOfItIsStored(String path) throws IOException {
        // when, then
        for (String from : List.of("Origin: http://evil.example", origin(), "X-From: a shell")) {
            String answer = ask(
                    "POST " + path,
                    JAR_BODY,
                    host(),
                    from,
                    "Content-Type: multipart/form-data; boundary=part",
                    "Content-Length: " + JAR_BODY.length());

            assertThat(answer).startsWith("HTTP/1.1 403");
        }
        assertThat(uploads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH " + JOB + "?mode=cancel",
                "PATCH " + JOB,
                "GET " + JOB + "/yarn-cancel",
                "GET " + JOB + "/yarn-stop",
                "GET /v1" + JOB + "/yarn%2Dcancel",
                "GET " + JOB + "/%79arn-cancel",
                "POST " + JOB + "/savepoints",
                "POST " + JOB + "/checkpoints",
                "POST " + JOB + "/stop",
                "PATCH " + JOB + "/rescaling?parallelism=1",
                "PUT " + JOB + "/resource-requirements",
                "POST /savepoint-disposal",
                "POST /datasets/delete",
                "DELETE /cluster",
                "DELETE /datasets/00000000000000000000000000000001",
                "POST /jobmanager/profiler",
                "POST /jars/x/run",
                "PUT /jars/x/plan",
                "DELETE /jars/x",
                "TRACE /",
                "CONNECT 127.0.0.1:22",
                "BREW /"
            })
    void anOrderIsRefused(String order) throws IOException {
        assertThat(status(order, host(), "Content-Length: 0")).isEqualTo(403);
        assertThat(status("GET /overview", host())).isEqualTo(200);
    }

    @Test
    void theJarPagesDoNotExist() throws IOException {
        assertThat(status("GET /jars", host())).isEqualTo(404);
        assertThat(status("GET /jars/x/plan", host())).isEqualTo(404);
    }

    @Test
    void aRefusalEndsTheConnection() throws IOException {
        // given
        try (var socket = new Socket(web.getHost(), web.getPort())) {
            socket.setSoTimeout(600_000);
            String bad = "POST /jobs HTTP/1.1\r\n" + host() + "\r\nContent-Length: 0\r\n\r\n";
            String good = "GET /overview HTTP/1.1\r\n" + host() + "\r\n\r\n";

            // when
            socket.getOutputStream().write((bad + good).getBytes(StandardCharsets.ISO_8859_1));

            // then
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    private static List<Path> uploads() throws IOException {
        if (!Files.isDirectory(directory.resolve("uploads"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory.resolve("uploads"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String host() {
        return "Host: 127.0.0.1:" + web.getPort();
    }

    private static String origin() {
        return "Origin: http://127.0.0.1:" + web.getPort();
    }

    private static int status(String request, String... headers) throws IOException {
        return Integer.parseInt(ask(request, "", headers).split(" ", 3)[1]);
    }

    private static String ask(String request, String body, String... headers) throws IOException {
        try (var socket = new Socket(web.getHost(), web.getPort())) {
            socket.setSoTimeout(600_000);
            String head = request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
