package org.vigie.gateway.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.DropReason;

class UnmappedCodeInboxTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00Z");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    private final RecordedSends sends = new RecordedSends();
    private final UnmappedCodeInbox inbox = new UnmappedCodeInbox(sends, TOPICS);

    private static DroppedElement unmapped(String value) {
        return new DroppedElement("OBX[1]", "OBX-3", "148066^X_TEMP^99MON", value, DropReason.UNMAPPED_CODE, "Cel");
    }

    @Test
    void aCodeIsPublishedTheFirstTimeAndEachTimeItsCountHasDoubled() {
        // when
        for (int number = 0; number < 9; number++) {
            inbox.count("MON|ICU", unmapped("37.2"), NOW);
        }

        // then
        assertThat(sends.values(TOPICS.codesUnmapped()))
                .extracting(UnmappedCode::getCount)
                .containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void aRecordHasThePartsOfTheCode() {
        // when
        inbox.count("MON|ICU", unmapped("37,2"), NOW);

        // then
        UnmappedCode code = sends.values(TOPICS.codesUnmapped()).get(0);
        assertThat(Map.of(
                        "system",
                        code.getSystem(),
                        "code",
                        code.getCode(),
                        "name",
                        code.getName(),
                        "unit",
                        code.getUnit()))
                .isEqualTo(Map.of("system", "99MON", "code", "148066", "name", "X_TEMP", "unit", "Cel"));
        assertThat(code.getLastValue()).isEqualTo(37.2);
    }

    @ParameterizedTest
    @CsvSource({"1795880169", "ORMEAU", "'12/06/1957'", "''"})
    void aValueThatCouldNameAPatientIsNotPublished(String value) {
        // when
        inbox.count("MON|ICU", unmapped(value), NOW);

        // then
        assertThat(sends.values(TOPICS.codesUnmapped()).get(0).getLastValue()).isNull();
    }

    @Test
    void anElementWhoseCodeIsKnownIsNotCounted() {
        // when
        inbox.count("MON|ICU", new DroppedElement("OBX[1]", "OBX-14", "hr", "", DropReason.NO_TIME), NOW);

        // then
        assertThat(sends.values(TOPICS.codesUnmapped())).isEmpty();
    }
}
