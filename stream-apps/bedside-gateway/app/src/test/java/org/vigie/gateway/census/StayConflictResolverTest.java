package org.vigie.gateway.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Stay;

class StayConflictResolverTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Stay claim(String patient, int fromHour, Integer untilHour) {
        return Stay.newBuilder()
                .setStay("stay-" + patient)
                .setPatient(patient)
                .setBed("REA/03")
                .setFrom(NOON.plusSeconds(3600L * fromHour))
                .setAdmittedAt(NOON)
                .setUntil(untilHour == null ? null : NOON.plusSeconds(3600L * untilHour))
                .build();
    }

    private static List<Stay> resolved(Stay... claims) {
        return new StayConflictResolver("REA/03", List.of(claims)).resolved().getStays();
    }

    @Test
    void aClaimWithoutAnotherIsAStay() {
        // when
        List<Stay> stays = resolved(claim("a", 0, null));

        // then
        assertThat(stays).containsExactly(claim("a", 0, null));
        assertThat(StayConflictResolver.isConflict(stays.get(0))).isFalse();
    }

    @Test
    void theTimeOfTwoClaimsBelongsToNeitherPatient() {
        // when
        List<Stay> stays = resolved(claim("a", 0, 3), claim("b", 2, null));

        // then
        assertThat(stays).hasSize(3);
        assertThat(stays).extracting(StayConflictResolver::isConflict).containsExactly(false, true, false);
        assertThat(stays.get(1).getFrom()).isEqualTo(NOON.plusSeconds(7200));
        assertThat(stays.get(1).getUntil()).isEqualTo(NOON.plusSeconds(10_800));
        assertThat(stays.get(1).getPatient()).isNotIn("a", "b");
    }

    @Test
    void ofTwoClaimsOfOnePatientTheOneThatBeganLastCounts() {
        // given
        Stay second = Stay.newBuilder(claim("a", 1, 2)).setStay("stay-second").build();

        // when
        List<Stay> stays = resolved(claim("a", 0, null), second);

        // then
        assertThat(stays).extracting(Stay::getStay).containsExactly("stay-a", "stay-second", "stay-a");
    }

    @Test
    void aConflictHasTheSameNameEachTime() {
        assertThat(resolved(claim("a", 0, 3), claim("b", 2, null)).get(1).getStay())
                .isEqualTo(
                        resolved(claim("b", 2, null), claim("a", 0, 3)).get(1).getStay());
    }

    @Test
    void aConflictThatGoesOnIsOneStay() {
        // when
        List<Stay> stays = resolved(claim("a", 0, null), claim("b", 1, 2), claim("c", 2, 3));

        // then
        assertThat(stays).extracting(StayConflictResolver::isConflict).containsExactly(false, true, false);
    }

    @Test
    void theNewestSixteenStaysAreKept() {
        // given
        Stay[] claims = IntStream.range(0, 20)
                .mapToObj(hour -> claim("p" + hour, hour, hour + 1))
                .toArray(Stay[]::new);

        // when
        List<Stay> stays = resolved(claims);

        // then
        assertThat(stays).hasSize(16);
        assertThat(stays.get(15).getPatient()).isEqualTo("p19");
    }
}
