package org.vigie.modelserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.ScoreRequest;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Tests both ports of the model server over TLS with certificates of clients. The server holds no model. */
class ModelServerTlsTest {
    private static final String ANSWERED = "no model 'survival'";

    @TempDir
    static Path folder;

    private ProgramAccessConfig access;
    private ModelServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        pem("server");
        pem("client");
    }

    @BeforeEach
    void start() throws Exception {
        access = ProgramAccessConfig.in(folder.resolve("access"));
        server = ModelServer.start(TestServer.config(0, folder, VersionPolicy.NEWEST, 8, Duration.ofSeconds(20))
                .withAccess(access)
                .withTls(ServerTlsConfig.ofPem(file("server.pem"), file("server.key"))
                        .withClientAuthorities(file("client.pem"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aScorerThatShowsItsCertificateIsAnsweredOnBothPorts() throws Exception {
        // given
        var known = new ClientTlsConfig(
                file("server.pem").toString(),
                file("client.pem").toString(),
                file("client.key").toString());

        // then
        assertThat(server.url()).startsWith("https://");
        assertThat(refusal(server.url(), known)).contains(ANSWERED);
        assertThat(refusal("grpcs://127.0.0.1:" + server.grpcPort(), known)).contains(ANSWERED);
    }

    @Test
    void aScorerWithoutItsCertificateOrWithoutTrustReachesNothing() throws Exception {
        for (String url : List.of(server.url(), "grpcs://127.0.0.1:" + server.grpcPort())) {
            assertThat(refusal(url, ClientTlsConfig.trusting(file("server.pem"))))
                    .contains("cannot reach");
            assertThat(refusal(url, ClientTlsConfig.trusting(file("client.pem"))))
                    .contains("cannot reach");
        }
    }

    @Test
    void aPlainConnectionIsNotAnswered() throws Exception {
        assertThat(refusal("grpc://127.0.0.1:" + server.grpcPort(), ClientTlsConfig.defaults()))
                .contains("cannot reach");
    }

    @Test
    void theMetricsShowWhenTheCertificateEnds() {
        assertThat(server.monitor().metricsText()).contains("vigie_tls_certificate_expires_timestamp_seconds");
    }

    /** Returns why the server, or the connection to it, refused a score. */
    private String refusal(String url, ClientTlsConfig tls) throws InterruptedException {
        var config = new InferenceClientConfig(url, "survival", "", Duration.ofMinutes(1), true)
                .withTokenFile(access.tokens().resolve(ProgramAccess.WARD))
                .withTls(tls);
        try (var scorer = config.openScorer()) {
            scorer.score(request(), false).toCompletableFuture().get();
            return "answered with a score";
        } catch (ExecutionException e) {
            return e.getCause().getMessage();
        }
    }

    private static ScoreRequest request() {
        return new ScoreRequest(
                new float[ScoreRequest.CELLS],
                new float[ScoreRequest.CELLS],
                new float[ScoreRequest.CELLS],
                new float[ScoreRequest.STATICS]);
    }

    private static void pem(String name) throws Exception {
        SelfSignedCertificate.make(file(name + ".p12"), name, 30).writePem(file(name + ".pem"), file(name + ".key"));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
