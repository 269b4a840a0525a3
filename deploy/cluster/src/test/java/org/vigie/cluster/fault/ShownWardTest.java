package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests when the page shows a cluster that works. */
class ShownWardTest {
    private static final Instant SINCE = Instant.ofEpochMilli(10_000);
    private static final String FRESH = bed("REA/01", 10_001, "{\"stay\":\"s1\"}");

    @Test
    void aWardIsFreshWhenEachOccupiedBedHasAYoungRecord() throws JsonProcessingException {
        assertThat(shown(FRESH, bed("REA/02", 12_000, "{}")).isFresh(2, SINCE)).isTrue();
    }

    @Test
    void oneBedThatLiesBehindMakesTheWardOld() throws JsonProcessingException {
        assertThat(shown(FRESH, bed("REA/02", 10_000, "{}")).isFresh(2, SINCE)).isFalse();
    }

    @Test
    void aBedThatIsNotShownYetIsMissed() throws JsonProcessingException {
        assertThat(shown(FRESH).isFresh(2, SINCE)).isFalse();
    }

    @Test
    void aBedThatItsPatientHasLeftMayBeOldAndDoesNotCount() throws JsonProcessingException {
        // given
        ShownWard ward = shown(FRESH, bed("REA/02", 1, "null"));

        // when, then
        assertThat(ward.isFresh(1, SINCE)).isTrue();
        assertThat(ward.isFresh(2, SINCE)).isFalse();
    }

    @Test
    void aBedOfTheNumberedSenderDoesNotCount() throws JsonProcessingException {
        // given
        ShownWard ward = shown(FRESH, bed("SIM/F/01", 1, "{}"));

        // when, then
        assertThat(ward.isFresh(1, SINCE)).isTrue();
    }

    @Test
    void anAnswerWithoutBedsShowsNothing() throws JsonProcessingException {
        assertThat(new ShownWard(new ObjectMapper().readTree("{}")).isFresh(1, SINCE))
                .isFalse();
    }

    private static ShownWard shown(String... beds) throws JsonProcessingException {
        return new ShownWard(new ObjectMapper().readTree("{\"beds\":[" + String.join(",", beds) + "]}"));
    }

    private static String bed(String name, long publishedAt, String occupant) {
        return "{\"bed\":\"%s\",\"newest\":{\"publishedAt\":%d},\"occupant\":%s}"
                .formatted(name, publishedAt, occupant);
    }
}
