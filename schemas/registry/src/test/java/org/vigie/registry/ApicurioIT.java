package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Tests the same contract against a real Apicurio that the build has unpacked. It runs in a JVM of its own and stores
 * in memory.
 */
class ApicurioIT extends RegistryContract {
    private static final Path HOME = Path.of("target/apicurio");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final int FIRST_PORT = 26_500;
    private static final int LAST_PORT = 27_500;

    private static String server;
    private static Process process;

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        server = "http://127.0.0.1:" + port;
        process = new ProcessBuilder(
                        JAVA.toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dregistry.rules.global.compatibility=BACKWARD",
                        "-jar",
                        "apicurio-registry-app-2.6.13.Final-runner.jar")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(HOME.resolve("apicurio.log").toFile()))
                .start();
        Awaitility.await("Apicurio, see " + HOME + "/apicurio.log")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(ApicurioIT::answers);
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    @Override
    String url() {
        return server + "/apis/ccompat/v7";
    }

    private static boolean answers() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/apis/ccompat/v7/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** Returns a free port below those that the system gives to connections, because the server binds it some seconds later. */
    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; ; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                assertThat(port).as("a free port").isLessThan(LAST_PORT);
            }
        }
    }
}
