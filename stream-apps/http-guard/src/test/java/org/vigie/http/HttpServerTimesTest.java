package org.vigie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the limits of the JDK's HTTP server. */
class HttpServerTimesTest {
    private final HttpServerTimes times = new HttpServerTimes(Duration.ofSeconds(20), Duration.ofMinutes(1));

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(HttpServerTimes.REQUEST);
        System.clearProperty(HttpServerTimes.ANSWER);
    }

    @Test
    void aClientHasSoManySecondsForItsRequestAndForTheAnswer() {
        // when
        times.set();

        // then
        assertThat(System.getProperty("sun.net.httpserver.maxReqTime")).isEqualTo("20");
        assertThat(System.getProperty("sun.net.httpserver.maxRspTime")).isEqualTo("60");
    }

    @Test
    void aLimitThatThePersonWhoOperatesItNamesWins() {
        // given
        System.setProperty(HttpServerTimes.REQUEST, "5");

        // when
        times.set();

        // then
        assertThat(System.getProperty(HttpServerTimes.REQUEST)).isEqualTo("5");
    }

    @Test
    void noLimitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpServerTimes(Duration.ZERO, Duration.ofMinutes(1)))
                .withMessage("request: must be at least a second, was PT0S");
    }
}
