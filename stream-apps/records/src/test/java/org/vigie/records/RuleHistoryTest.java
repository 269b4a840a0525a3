package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests which published rules are in force at a time, and which ones a rollback restores. */
class RuleHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String CONFIGURED = AlarmRuleCatalogue.adultIcu().version();

    private final RuleHistory history = new RuleHistory(AlarmRuleCatalogue.adultIcu());

    @Test
    void publishedRulesAreInForceFromTheirTimeOn() throws IOException {
        // when
        history.take(publication(1, "a", NOON));
        history.take(publication(2, "b", NOON.plusSeconds(60)));

        // then
        assertThat(history.at(NOON.minusMillis(1)).version()).isEqualTo(CONFIGURED);
        assertThat(history.at(NOON).version()).isEqualTo("a");
        assertThat(history.at(NOON.plusSeconds(60)).version()).isEqualTo("b");
        assertThat(history.inForce(NOON)).map(RulePublication::getNumber).contains(1);
    }

    @Test
    void theGreatestNumberIsInForceInWhateverOrderTheyCome() throws IOException {
        // when
        history.take(publication(2, "b", NOON));
        history.take(publication(1, "a", NOON));

        // then
        assertThat(history.at(NOON).version()).isEqualTo("b");
        assertThat(history.nextNumber()).isEqualTo(3);
    }

    @Test
    void rulesThatCannotBeReadLeaveThoseBeforeThemInForce() throws IOException {
        // given
        history.take(publication(1, "a", NOON));
        RulePublication broken = publication(2, "b", NOON);
        broken.setRules("version: b\nsource: c\nrules: 3\n");

        // when
        var problem = history.take(broken);

        // then
        assertThat(problem).hasValueSatisfying(text -> assertThat(text).contains("publication-2:"));
        assertThat(history.at(NOON).version()).isEqualTo("a");
        assertThat(history.nextNumber()).isEqualTo(3);
    }

    @Test
    void aRollbackRestoresTheRulesBeforeAndThenThoseBeforeThem() throws IOException {
        // given
        history.take(publication(1, "a", NOON));
        history.take(publication(2, "b", NOON));

        // when
        RulePublication first = rollback().ofNewest(history);
        history.take(first);
        RulePublication second = rollback().ofNewest(history);
        history.take(second);

        // then
        assertThat(first.getRestores()).isEqualTo(1);
        assertThat(history.at(first.getInForceFrom()).version()).isEqualTo(CONFIGURED);
        assertThat(second.getRestores()).isZero();
        assertThat(second.getNumber()).isEqualTo(4);
    }

    @Test
    void withoutAPublicationThereIsNothingToRestore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollback().ofNewest(history))
                .withMessageContaining("the rules of the configuration are in force");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollback().to(7, history))
                .withMessageContaining("publication 7 does not exist");
    }

    private static RuleRollback rollback() {
        return new RuleRollback("dr-a", "too many calls", NOON);
    }

    private static RulePublication publication(int number, String version, Instant from) throws IOException {
        try (InputStream shipped = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu-3.yaml")) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("version: adult-icu-3", "version: " + version);
            return RulePublication.newBuilder()
                    .setNumber(number)
                    .setVersion(version)
                    .setRules(text)
                    .setDigest(version)
                    .setAuthor("dr-a")
                    .setReason("fewer calls")
                    .setPublishedAt(from.minusSeconds(10))
                    .setInForceFrom(from)
                    .build();
        }
    }
}
