package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardView;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Asks a station that speaks HTTPS. */
class StationTlsIT {
    @TempDir
    Path folder;

    private final Clock wall = Clock.systemUTC();
    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, wall.instant());
    private final TestLogin access = new TestLogin(wall);
    private SelfSignedCertificate first;
    private StationWebServer station;

    @BeforeEach
    void open() throws Exception {
        first = SelfSignedCertificate.make(folder.resolve("first.p12"), "first", 30);
        Files.copy(first.keyStore(), folder.resolve("server.p12"));
        var config = ServerTlsConfig.ofKeyStore(folder.resolve("server.p12"), SelfSignedCertificate.PASSWORD);
        var address = WebAddress.loopback(0).withTls(ServerTls.of(config, wall));
        station = StationWebServer.open(ward, new RecordedAlertCommands(), access.login(), address, wall);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void thePageSpeaksHttpsAloneAndItsCookieIsSecure() throws Exception {
        // when
        HttpResponse<String> answer = get(first, station.loginAddress());

        // then
        assertThat(answer.uri().getScheme()).isEqualTo("https");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure", "HttpOnly");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        URI plain = URI.create("http://127.0.0.1:" + station.address().getPort() + "/");
        assertThatThrownBy(() -> get(first, plain)).isInstanceOf(IOException.class);
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() throws Exception {
        // given
        var renewed = SelfSignedCertificate.make(folder.resolve("renewed.p12"), "renewed", 60);
        assertThatThrownBy(() -> get(renewed, station.address())).isInstanceOf(SSLHandshakeException.class);

        // when
        Files.copy(renewed.keyStore(), folder.resolve("server.p12"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(
                folder.resolve("server.p12"), FileTime.from(wall.instant().plusSeconds(5)));

        // then
        HttpResponse<String> answer = get(renewed, station.address());
        var served = (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        assertThat(served.getSubjectX500Principal().getName()).isEqualTo("CN=renewed");
    }

    private static HttpResponse<String> get(SelfSignedCertificate trusted, URI address) throws Exception {
        var client = HttpClient.newBuilder().sslContext(trusted.clientContext()).build();
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
