package org.vigie.notifications.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.config.StationWatchConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.testing.time.TestClock;

/** Tests the notifications about beds that a station does not watch. */
class StationAlertSourceTest {
    private static final String WATCHING =
            "{\"status\":\"WATCHING\",\"beds\":[{\"bed\":\"REA/01\"},{\"bed\":\"REA/02\"}]}";
    private static final String PARTLY =
            "{\"status\":\"PARTLY_WATCHED\",\"beds\":[{\"bed\":\"REA/01\"},{\"bed\":\"REA/02\",\"reason\":\"UNREAD\"}]}";

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T08:00:00Z"));
    private HttpServer station;
    private String health = WATCHING;
    private volatile String authorization;
    private List<StationHealthReader> readers;
    private AlertSource source;

    @BeforeEach
    void startStation() throws IOException {
        station = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        station.createContext("/api/health", exchange -> {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = health.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        station.start();
        var address = URI.create("http://127.0.0.1:" + station.getAddress().getPort());
        var reader = new StationHealthReader(address, "s3cret", ClientTlsConfig.defaults());
        readers = List.of(reader);
        start(List.of());
    }

    private void start(List<NotificationDelivery> openCalls) {
        source = new StationAlertSource(readers, Duration.ofSeconds(5), clock, openCalls);
    }

    @AfterEach
    void stopStation() {
        station.stop(0);
    }

    @Test
    void anUnwatchedBedIsNotifiedOnceItsTimeHasPassedAndAgainWhenItIsWatched() {
        // given
        assertThat(told()).isEmpty();
        health = PARTLY;

        // when, then
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(told()).containsExactly("REA/02 RAISED HIGH");
        assertThat(told()).isEmpty();

        // when
        health = WATCHING;

        // then
        assertThat(told()).containsExactly("REA/02 CLEARED HIGH");
    }

    @Test
    void aBedThatIsUnwatchedForLessThanTheTimeCallsNobody() {
        // given
        health = PARTLY;
        assertThat(told()).isEmpty();

        // when
        health = WATCHING;
        clock.advance(Duration.ofSeconds(10));

        // then
        assertThat(told()).isEmpty();
    }

    @Test
    void aStationThatGivesNoAnswerOrComputesNoAlarmsIsNotified() {
        // given
        health = "{\"status\":\"ALARMS_NOT_COMPUTED\",\"beds\":[]}";
        assertThat(told()).isEmpty();

        // when
        clock.advance(Duration.ofSeconds(5));

        // then
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("http://127.0.0.1:")
                .endsWith(" RAISED HIGH");

        // when
        station.stop(0);

        // then: it is the same failure to watch
        assertThat(told()).isEmpty();
    }

    @Test
    void aStationThatStartsIsNotifiedOnceForTheStationAndForNoBed() {
        // given
        health = PARTLY.replace("PARTLY_WATCHED", "STARTING");
        assertThat(told()).isEmpty();

        // when
        clock.advance(Duration.ofSeconds(5));

        // then
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("http://127.0.0.1:")
                .endsWith(" RAISED HIGH");
        assertThat(told()).isEmpty();
    }

    @Test
    void aBedIsNotWatchedAgainBecauseItsStationGivesNoAnswer() {
        // given
        health = PARTLY;
        told();
        clock.advance(Duration.ofSeconds(5));
        assertThat(told()).containsExactly("REA/02 RAISED HIGH");

        // when: the whole unit is not watched
        health = "{\"status\":\"ALARMS_NOT_COMPUTED\",\"beds\":[]}";
        told();
        clock.advance(Duration.ofSeconds(5));

        // then
        assertThat(told()).singleElement().asString().startsWith("http://127.0.0.1:");

        // when
        health = WATCHING;

        // then
        assertThat(told()).hasSize(2).contains("REA/02 CLEARED HIGH").allMatch(each -> each.contains("CLEARED"));
    }

    @Test
    void aCallOfBeforeARestartIsNotSentAgainAndItsEndIs() {
        // given
        health = PARTLY;
        told();
        clock.advance(Duration.ofSeconds(5));
        var call = alerts().get(0);

        // when: the app is started again while the bed is not watched, and the station does not answer at first
        health = "{\"status\":\"STARTING\",\"beds\":[]}";
        start(List.of(sent(call)));

        // then
        assertThat(told()).isEmpty();

        // when
        health = PARTLY;
        clock.advance(Duration.ofSeconds(20));

        // then
        assertThat(told()).isEmpty();

        // when
        health = WATCHING;
        List<Alert> ended = alerts();

        // then
        assertThat(ended).extracting(StationAlertSourceTest::told).containsExactly("REA/02 CLEARED HIGH");
        assertThat(ended.get(0).getHash()).isEqualTo(call.getHash().replace("RAISED", "CLEARED"));
    }

    @Test
    void aBedWhoseCallWasNotDeliveredCallsAgainAfterAPause() {
        // given
        health = PARTLY;
        told();
        clock.advance(Duration.ofSeconds(5));
        Alert call = alerts().get(0);

        // when
        source.skipped(call);

        // then
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(alerts()).extracting(Alert::getHash).containsExactly(call.getHash());
        assertThat(told()).isEmpty();
    }

    @Test
    void theEndOfACallThatWasNotDeliveredIsNotSent() {
        // given
        health = PARTLY;
        told();
        clock.advance(Duration.ofSeconds(5));
        source.skipped(alerts().get(0));

        // when
        health = WATCHING;
        clock.advance(Duration.ofSeconds(30));

        // then
        assertThat(told()).isEmpty();
    }

    private static NotificationDelivery sent(Alert call) {
        return NotificationDelivery.newBuilder()
                .setCall(call.getHash())
                .setChannel("webhook-stations")
                .setAlert(call.getAlert())
                .setStay("")
                .setBed(call.getBed())
                .setState(DeliveryState.SENT)
                .setRequestedAt(call.getAt())
                .setSentAt(call.getAt())
                .build();
    }

    @Test
    void theStationIsAskedWithTheToken() {
        // when
        told();

        // then
        assertThat(authorization).isEqualTo("Bearer s3cret");
    }

    @Test
    void anAddressThatIsNoWebAddressIsRefusedByItsKey() {
        assertThatThrownBy(() ->
                        new StationWatchConfig(List.of("station:18080"), "", Duration.ZERO, Duration.ofMinutes(1)))
                .hasMessageContaining("watch.stations: must begin with http:// or https://")
                .hasMessageContaining("station:18080");
    }

    private List<String> told() {
        return alerts().stream().map(StationAlertSourceTest::told).toList();
    }

    private List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        source.poll(Duration.ZERO).forEach(record -> alerts.add(record.value()));
        return alerts;
    }

    private static String told(Alert alert) {
        return alert.getBed() + " " + alert.getState() + " " + alert.getPriority();
    }
}
