package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests that the ward shows the alarm rules that were published, and marks values by their limits. */
class PublishedRulesWardTest extends WardViewStory {
    private static final Instant IN_FORCE = T0.plusSeconds(10);

    @Test
    void valuesAreMarkedByTheLimitsOfPublishedRulesFromTheirTimeOn() throws IOException {
        // given: a saturation that the configured rules accept
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(monitor.at(T0).kept("spo2", 93).clean());
        ward.changes(T0, GAP);

        // when
        ward.take(publication("limit: 95, priority: MEDIUM"));

        // then
        assertThat(value("REA/01", T0).violates()).isNull();
        assertThat(value("REA/01", IN_FORCE).violates().limit()).isEqualTo(95);
        assertThat(ward.changes(IN_FORCE, GAP).layout()).isTrue();
        assertThat(ward.snapshot(IN_FORCE).rules()).satisfies(rules -> {
            assertThat(rules.version()).isEqualTo("tried");
            assertThat(rules.publication()).isEqualTo(1);
            assertThat(rules.author()).isEqualTo("Dr A");
        });
    }

    @Test
    void withoutAPublicationTheConfiguredRulesAreShown() {
        assertThat(ward.snapshot(T0).rules()).satisfies(rules -> {
            assertThat(rules.version()).isEqualTo(AlarmRuleCatalogue.adultIcu().version());
            assertThat(rules.publication()).isNull();
        });
    }

    private static RulePublication publication(String limit) throws IOException {
        try (InputStream shipped = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu-3.yaml")) {
            String rules = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            int spo2 = rules.indexOf("- name: spo2_low");
            return RulePublication.newBuilder()
                    .setNumber(1)
                    .setVersion("tried")
                    .setRules(rules.substring(0, spo2).replaceFirst("version: adult-icu-3", "version: tried")
                            + rules.substring(spo2).replaceFirst("limit: 90, priority: MEDIUM", limit))
                    .setDigest("d")
                    .setAuthor("Dr A")
                    .setReason("earlier calls")
                    .setPublishedAt(T0)
                    .setInForceFrom(IN_FORCE)
                    .build();
        }
    }
}
