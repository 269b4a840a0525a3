package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastInstantParserTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:05:00Z");
    private final PastInstantParser parser = new PastInstantParser(NOW);

    @Test
    void aTimeWithItsOffsetAndATimeBeforeNowAreRead() {
        assertThat(parser.parse("2026-03-01T14:00:00Z")).isEqualTo(NOW.minusSeconds(300));
        assertThat(parser.parse("2026-03-01T15:00:00+01:00")).isEqualTo(NOW.minusSeconds(300));
        assertThat(parser.parse("PT5M")).isEqualTo(NOW.minusSeconds(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "14:05", "2026-03-01T14:05", "PT", "P-1", "1772373900000"})
    void aTimeThatCannotBeReadIsRefusedWithExamples(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parser.parse(text))
                .withMessageContaining("at: must be a time such as 2026-03-01T14:05:00Z")
                .withMessageContaining("was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T14:05:01Z", "PT-1S", "2026-02-22T14:04:59Z", "P8D"})
    void aTimeInTheFutureOrOlderThanTheTopicsIsRefusedWithTheRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parser.parse(text))
                .withMessageContaining("must lie between 2026-02-22T14:05:00Z and 2026-03-01T14:05:00Z");
    }
}
